#include "app/cli/MetricWatch.h"

#include "core/base/Json.h"
#include "core/domain/Names.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace atelier::cli {

namespace {

constexpr int pauseMs = 500;

} // namespace

bool isWatched(const std::string &metric)
{
    constexpr std::array<std::string_view, 14> words{"loss", "error", "accuracy", "auc", "score", "rmse",
        "mae", "mse", "f1", "r2", "perplexity", "precision", "recall", "objective"};
    const std::string name = lowerCase(metric);
    return name.rfind("system/", 0) != 0
        && std::any_of(words.begin(), words.end(),
            [&](std::string_view word) { return name.find(word) != std::string::npos; });
}

MetricWatch::MetricWatch(ServiceClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &MetricWatch::ask);
}

void MetricWatch::announce(const std::string &job)
{
    m_announced.insert(job);
    if (!m_pause.isActive())
        ask();
}

void MetricWatch::ask()
{
    if (m_announced.empty())
        return;
    for (const std::string &job : std::exchange(m_announced, {}))
        m_client.get("/api/v1/jobs/" + job + "/metrics", {}, this, [this, job](const Reply &reply) {
            if (reply.isSuccess())
                take(job, reply.json.value("metrics", Json::array()));
        });
    m_pause.start();
}

void MetricWatch::take(const std::string &job, const Json &metrics)
{
    for (const Json &metric : metrics) {
        const std::string key = textAt(metric, "key");
        if (!isWatched(key))
            continue;
        Json &told = m_told[{job, key}];
        if (told == metric)
            continue;
        told = metric;
        Q_EMIT changed(job, metric);
    }
}

} // namespace atelier::cli

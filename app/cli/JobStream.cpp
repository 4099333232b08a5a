#include "app/cli/JobStream.h"

#include "app/cli/JobTables.h"
#include "app/cli/Readable.h"
#include "app/cli/Session.h"
#include "app/cli/Table.h"
#include "core/base/Json.h"
#include "core/domain/JobStatus.h"
#include "core/system/Clock.h"

#include <algorithm>

namespace atelier::cli {

namespace {

constexpr int gatherMs = 20;

bool isFinalStatus(const std::string &status)
{
    const auto known = jobStatusFromName(status);
    return known && isFinal(*known);
}

/// When the job came into its present state, as far as that is recorded.
std::int64_t stateTime(const Json &job)
{
    const std::string status = textAt(job, "status");
    const std::int64_t time = isFinalStatus(status) ? integerAt(job, "ended_ms")
        : status == "Running"                       ? integerAt(job, "started_ms")
        : status == "NotStarted"                    ? integerAt(job, "created_ms")
                                                    : 0;
    return time == 0 ? nowMs() : time;
}

} // namespace

JobStream::JobStream(Session &session, std::string job)
    : m_session(session)
    , m_client(session.client())
    , m_job(std::move(job))
    , m_feed(m_client)
    , m_metrics(m_client)
{
    m_gather.setSingleShot(true);
    m_gather.setInterval(gatherMs);
    connect(&m_gather, &QTimer::timeout, this, &JobStream::askAgain);
    connect(&m_feed, &EventFeed::changed, this, &JobStream::changed);
    connect(&m_feed, &EventFeed::connectionChanged, this, &JobStream::connectionChanged);
    connect(&m_feed, &EventFeed::reset, this, [this] { ask(m_job); });
    connect(&m_metrics, &MetricWatch::changed, this, &JobStream::showMetric);
}

void JobStream::start()
{
    m_client.get("/api/v1/jobs/" + m_job, {}, this, [this](const Reply &reply) {
        if (reply.isSuccess())
            follow(reply.json);
        else
            Q_EMIT failed(reply.errors);
    });
}

void JobStream::follow(const Json &job)
{
    if (textAt(job, "type") == "command" && !m_session.wantsJson()) {
        m_hasLogEnded = false;
        m_log = std::make_unique<LogFollower>(m_client, m_job);
        connect(m_log.get(), &LogFollower::received, this, [this](const QByteArray &bytes) {
            m_session.terminal().out({bytes.constData(), static_cast<std::size_t>(bytes.size())});
        });
        const auto logEnded = [this] {
            m_hasLogEnded = true;
            endIfComplete();
        };
        connect(m_log.get(), &LogFollower::ended, this, logEnded);
        connect(m_log.get(), &LogFollower::failed, this, logEnded);
    }
    show(job);
    if (m_log)
        m_log->start();
    m_feed.start();
}

void JobStream::connectionChanged(bool isConnected)
{
    if (!isConnected) {
        m_wasBroken = true;
        return;
    }
    if (std::exchange(m_wasBroken, false)) {
        m_session.terminal().beginLine();
        m_session.note("The service was restarted, following again.");
    }
    ask(m_job); // for what happened before the feed was there
}

void JobStream::changed(const ServiceChange &change)
{
    if (change.kind != "job" || m_shown.count(change.name) == 0)
        return;
    if (change.what == "metrics" && !m_session.wantsJson()) {
        m_metrics.announce(change.name);
    } else if (change.what != "metrics") {
        m_changed.insert(change.name);
        if (!m_gather.isActive())
            m_gather.start();
    }
}

void JobStream::askAgain()
{
    for (const std::string &job : std::exchange(m_changed, {}))
        ask(job);
}

void JobStream::ask(const std::string &job)
{
    m_client.get("/api/v1/jobs/" + job, {}, this, [this](const Reply &reply) {
        if (reply.isSuccess())
            show(reply.json);
        else
            Q_EMIT failed(reply.errors);
    });
}

void JobStream::show(const Json &job)
{
    const Json steps = job.value("steps", Json::array());
    for (const Json &step : steps)
        m_labelWidth = std::max(m_labelWidth, shownWidth(labelOf(step)));
    for (const Json &step : steps)
        showState(step);
    showState(job);
    if (textAt(job, "name") != m_job || !isFinalStatus(textAt(job, "status")))
        return;
    m_final = job;
    endIfComplete();
}

void JobStream::showState(const Json &job)
{
    const std::string status = textAt(job, "status");
    Shown &shown = m_shown[textAt(job, "name")];
    shown.label = labelOf(job);
    // Answers may overtake each other: what has ended stays so.
    if (shown.status == status || isFinalStatus(shown.status))
        return;
    const bool isFirst = shown.status.empty();
    shown.status = status;
    if (isFirst && status == "NotStarted")
        return;
    std::string text = statusText(m_session.terminal(), job);
    if (isFinalStatus(status) && textAt(job, "reused_from").empty() && !durationOf(job).empty())
        text += " in " + durationOf(job);
    line(stateTime(job), shown.label, text);
}

void JobStream::showMetric(const std::string &job, const Json &metric)
{
    line(nowMs(), m_shown[job].label,
        textAt(metric, "key") + " " + readableNumber(metric.value("value", Json())) + " (step "
            + std::to_string(integerAt(metric, "step")) + ")");
}

void JobStream::line(std::int64_t timeMs, const std::string &label, const std::string &text)
{
    if (m_session.wantsJson())
        return;
    Terminal &terminal = m_session.terminal();
    terminal.beginLine();
    terminal.out(terminal.styled(Style::Dim, clockTime(timeMs)) + "  " + padded(label, m_labelWidth) + "  "
        + text + "\n");
}

void JobStream::endIfComplete()
{
    if (m_final.is_null() || !m_hasLogEnded || std::exchange(m_hasEnded, true))
        return;
    m_session.terminal().beginLine();
    Q_EMIT ended(m_final);
}

} // namespace atelier::cli

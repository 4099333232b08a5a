#pragma once

#include "core/base/Json.h"
#include "core/client/ServiceClient.h"

#include <QObject>
#include <QTimer>

#include <map>
#include <set>
#include <string>

namespace atelier::cli {

/// Asks for the latest metrics of jobs that announce new ones, twice a second at most, and tells which of
/// those that people watch have changed.
class MetricWatch : public QObject
{
    Q_OBJECT

public:
    explicit MetricWatch(ServiceClient &client, QObject *parent = nullptr);

    /// The job has new metrics.
    void announce(const std::string &job);

Q_SIGNALS:
    /// {key, step, time_ms, value}
    void changed(const std::string &job, const atelier::Json &metric);

private:
    void ask();
    void take(const std::string &job, const Json &metrics);

    ServiceClient &m_client;
    std::set<std::string> m_announced;
    std::map<std::pair<std::string, std::string>, Json> m_told; ///< by job and key
    QTimer m_pause;
};

/// Losses, errors, accuracies and scores; not a machine's own figures.
[[nodiscard]] bool isWatched(const std::string &metric);

} // namespace atelier::cli

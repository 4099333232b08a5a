#pragma once

#include "app/cli/MetricWatch.h"
#include "core/base/Json.h"
#include "core/client/EventFeed.h"
#include "core/client/LogFollower.h"

#include <QObject>
#include <QTimer>

#include <map>
#include <memory>
#include <set>
#include <string>

namespace atelier::cli {

class Session;

/// Shows a job's course on the terminal until its end: each step's states, its watched metrics, and for a
/// single command its output. Survives a restart of the service.
class JobStream : public QObject
{
    Q_OBJECT

public:
    JobStream(Session &session, std::string job);

    void start();

Q_SIGNALS:
    /// The job has ended, and all that it said was shown.
    void ended(const atelier::Json &job);
    void failed(const std::vector<atelier::Error> &errors);

private:
    struct Shown
    {
        std::string label;
        std::string status;
    };

    void follow(const Json &job);
    void changed(const ServiceChange &change);
    void connectionChanged(bool isConnected);
    void askAgain();
    void ask(const std::string &job);
    void show(const Json &job);
    void showState(const Json &job);
    void showMetric(const std::string &job, const Json &metric);
    void line(std::int64_t timeMs, const std::string &label, const std::string &text);
    void endIfComplete();

    Session &m_session;
    ServiceClient &m_client;
    const std::string m_job;
    EventFeed m_feed;
    MetricWatch m_metrics;
    std::unique_ptr<LogFollower> m_log; ///< of a job without steps
    std::map<std::string, Shown> m_shown; ///< by job name
    std::size_t m_labelWidth = 0;
    std::set<std::string> m_changed; ///< to be asked for
    QTimer m_gather; ///< many changes come together
    bool m_wasBroken = false;
    bool m_hasLogEnded = true;
    Json m_final; ///< the job, once its status is final
    bool m_hasEnded = false;
};

} // namespace atelier::cli

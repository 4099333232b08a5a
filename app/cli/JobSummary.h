#pragma once

#include "core/base/Json.h"
#include "core/client/ServiceClient.h"

#include <QObject>

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace atelier::cli {

class Session;

/// What is to be said of a job at its end: where it lies, its metrics, and for each step that failed why, the
/// end of its log and what was skipped because of it. Gathers that, prints it, and calls back.
class JobSummary : public QObject
{
    Q_OBJECT

public:
    JobSummary(Session &session, Json job);

    void print(std::function<void()> done);

private:
    void gather(const Json &step);
    void gatherFailure(const Json &step);
    void arrived();
    void printFailures();
    void printMetrics();
    void printPlaces();
    [[nodiscard]] std::string causeOf(const Json &step) const;
    [[nodiscard]] std::string skippedAfter(const std::string &step) const;

    Session &m_session;
    const Json m_job;
    const Json m_steps; ///< of a pipeline; the job itself where it has none
    std::map<std::string, Json> m_metrics; ///< by job name
    std::map<std::string, Json> m_details; ///< of failed steps, by job name
    std::map<std::string, std::string> m_logs; ///< the end of them, by job name
    int m_awaited = 1;
    std::function<void()> m_done;
};

} // namespace atelier::cli

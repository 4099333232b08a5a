#include "ui/shell/Notices.h"

#include "core/system/Clock.h"
#include "ui/shell/WorkspaceSetting.h"

#include <algorithm>

namespace atelier::ui {

namespace {

constexpr std::int64_t mostJobs = 30;
constexpr std::size_t mostProblems = 30;

JobFilter endedJobs()
{
    JobFilter filter;
    filter.statuses = {JobStatus::Completed, JobStatus::Failed, JobStatus::Canceled};
    filter.order = "ended desc";
    filter.limit = mostJobs;
    return filter;
}

} // namespace

Notices::Notices(WorkspaceConnection &connection, QSettings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_key(workspaceSetting(connection.folder(), QStringLiteral("readMs")))
    , m_ended(connection, endedJobs())
{
    // What was before the workspace was first opened here is no news.
    if (!m_settings.contains(m_key))
        m_settings.setValue(m_key, static_cast<qlonglong>(nowMs()));
    m_readMs = m_settings.value(m_key).toLongLong();
    connect(&m_ended, &JobListWatch::changed, this, &Notices::takeEnded);
}

int Notices::unreadCount() const
{
    const auto jobs = std::count_if(ended().begin(), ended().end(),
        [this](const JobSummary &job) { return isUnread(job.endedMs.value_or(0)); });
    const auto problems = std::count_if(m_problems.begin(), m_problems.end(),
        [this](const Problem &problem) { return isUnread(problem.timeMs); });
    return static_cast<int>(jobs + problems);
}

void Notices::add(Problem problem)
{
    m_problems.insert(m_problems.begin(), std::move(problem));
    if (m_problems.size() > mostProblems)
        m_problems.pop_back();
    Q_EMIT changed();
}

void Notices::markRead()
{
    if (unreadCount() == 0)
        return;
    m_readMs = nowMs();
    m_settings.setValue(m_key, static_cast<qlonglong>(m_readMs));
    Q_EMIT changed();
}

void Notices::takeEnded()
{
    std::set<std::string> known;
    std::vector<const JobSummary *> fresh;
    for (const JobSummary &job : ended()) {
        known.insert(job.name);
        if (m_hasLooked && m_known.count(job.name) == 0 && isUnread(job.endedMs.value_or(0)))
            fresh.push_back(&job);
    }
    m_known.merge(known);
    m_hasLooked = true;
    for (const JobSummary *job : fresh)
        Q_EMIT jobEnded(*job);
    Q_EMIT changed();
}

} // namespace atelier::ui

#include "ui/shell/ActiveJobs.h"

#include <algorithm>

namespace atelier::ui {

namespace {

JobFilter unfinished()
{
    JobFilter filter;
    filter.statuses = {JobStatus::NotStarted, JobStatus::Queued, JobStatus::Starting, JobStatus::Running,
        JobStatus::CancelRequested};
    filter.order = "created asc";
    filter.limit = 1000;
    return filter;
}

bool waits(const JobSummary &job)
{
    return isWaiting(job.status);
}

} // namespace

ActiveJobs::ActiveJobs(WorkspaceConnection &connection, QObject *parent)
    : QObject(parent)
    , m_list(connection, unfinished())
{
    connect(&m_list, &JobListWatch::changed, this, &ActiveJobs::changed);
}

int ActiveJobs::queuedCount() const
{
    return static_cast<int>(std::count_if(jobs().begin(), jobs().end(), waits));
}

int ActiveJobs::runningCount() const
{
    return static_cast<int>(jobs().size()) - queuedCount();
}

const JobSummary *ActiveJobs::first() const
{
    const auto found = std::find_if_not(jobs().begin(), jobs().end(), waits);
    return found == jobs().end() ? nullptr : &*found;
}

} // namespace atelier::ui

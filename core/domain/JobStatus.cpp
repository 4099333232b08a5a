#include "core/domain/JobStatus.h"

#include <array>

namespace atelier {

namespace {

struct StatusName
{
    JobStatus status;
    std::string_view name;
    std::string_view mlflow;
};

constexpr std::array<StatusName, 9> names{{
    {JobStatus::NotStarted, "NotStarted", "SCHEDULED"},
    {JobStatus::Queued, "Queued", "SCHEDULED"},
    {JobStatus::Starting, "Starting", "RUNNING"},
    {JobStatus::Running, "Running", "RUNNING"},
    {JobStatus::CancelRequested, "CancelRequested", "RUNNING"},
    {JobStatus::Completed, "Completed", "FINISHED"},
    {JobStatus::Failed, "Failed", "FAILED"},
    {JobStatus::Canceled, "Canceled", "KILLED"},
    {JobStatus::Skipped, "Skipped", "KILLED"},
}};

} // namespace

std::string_view name(JobStatus status)
{
    return names[static_cast<std::size_t>(status)].name;
}

std::optional<JobStatus> jobStatusFromName(std::string_view name)
{
    for (const StatusName &entry : names)
        if (entry.name == name)
            return entry.status;
    return std::nullopt;
}

bool isWaiting(JobStatus status)
{
    return status == JobStatus::NotStarted || status == JobStatus::Queued;
}

bool isFinal(JobStatus status)
{
    return status >= JobStatus::Completed;
}

std::string_view mlflowStatus(JobStatus status)
{
    return names[static_cast<std::size_t>(status)].mlflow;
}

std::optional<JobStatus> jobStatusFromMlflow(std::string_view status)
{
    if (status == "SCHEDULED")
        return JobStatus::Queued;
    if (status == "RUNNING")
        return JobStatus::Running;
    if (status == "FINISHED")
        return JobStatus::Completed;
    if (status == "FAILED")
        return JobStatus::Failed;
    if (status == "KILLED")
        return JobStatus::Canceled;
    return std::nullopt;
}

} // namespace atelier

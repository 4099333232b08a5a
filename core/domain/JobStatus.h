#pragma once

#include <optional>
#include <string_view>

namespace atelier {

/// The life of a job; a pipeline's own status follows from its steps.
enum class JobStatus {
    NotStarted, ///< a step that waits for the steps before it
    Queued, ///< ready, waits for cores or memory
    Starting, ///< intent is durable, the supervisor is being launched
    Running,
    CancelRequested,
    Completed,
    Failed,
    Canceled,
    Skipped, ///< a step that never ran because a step before it failed or was canceled
};

[[nodiscard]] std::string_view name(JobStatus status); ///< `CancelRequested`
[[nodiscard]] std::optional<JobStatus> jobStatusFromName(std::string_view name);

/// True while a job waits for others, or for cores or memory.
[[nodiscard]] bool isWaiting(JobStatus status);

/// True once a job can no longer change by itself.
[[nodiscard]] bool isFinal(JobStatus status);

/// The MLflow run status that says the same: SCHEDULED, RUNNING, FINISHED, FAILED or KILLED.
[[nodiscard]] std::string_view mlflowStatus(JobStatus status);

/// The job status that an MLflow client's run status asks for.
[[nodiscard]] std::optional<JobStatus> jobStatusFromMlflow(std::string_view status);

} // namespace atelier

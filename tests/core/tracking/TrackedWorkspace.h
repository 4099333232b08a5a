#pragma once

#include "core/base/Json.h"
#include "core/domain/Role.h"
#include "core/domain/WorkspaceLayout.h"
#include "core/storage/JobRepository.h"
#include "core/storage/ReaderPool.h"
#include "core/storage/Writer.h"
#include "core/tracking/ArtifactStore.h"
#include "core/tracking/ExperimentSearch.h"
#include "core/tracking/ExperimentTracking.h"
#include "core/tracking/MetricHistory.h"
#include "core/tracking/RunIngest.h"
#include "core/tracking/RunSearch.h"
#include "core/tracking/RunTracking.h"
#include "tests/support/TemporaryFolder.h"

#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace atelier::test {

/// A workspace with a real writer and readers, and all that answers MLflow's calls about it.
class TrackedWorkspace
{
public:
    TrackedWorkspace();

    static Caller owner() { return {Role::Owner, "ada", {}}; }
    static Caller runOf(const std::string &job) { return {Role::Run, "ada", job}; }

    [[nodiscard]] Writer &writer() { return *m_writer; }
    [[nodiscard]] ReaderPool &readers() { return *m_readers; }
    [[nodiscard]] const WorkspaceLayout &layout() const { return m_layout; }
    [[nodiscard]] std::filesystem::path folder() const { return m_folder.path(); }

    /// Logs and waits for the answer.
    Result<void> log(const Result<RunLog> &parsed, const Caller &caller = owner());
    Result<void> logMetric(const Json &request, const Caller &caller = owner());

    /// A new run's id, or "" and a failed test.
    std::string newRun(Json request = Json::object(), const Caller &caller = owner());
    /// What runs/get answers.
    Json run(const std::string &id);
    /// Inserts a job as the service does when one is submitted.
    JobRow job(
        const std::string &name, JobType type, JobStatus status, std::optional<std::int64_t> parent = {});

    /// `name what` of every change so far.
    [[nodiscard]] std::vector<std::string> changes();

private:
    TemporaryFolder m_folder;
    WorkspaceLayout m_layout;
    std::mutex m_mutex;
    std::vector<std::string> m_changes; ///< guarded by m_mutex
    std::unique_ptr<Writer> m_writer;
    std::unique_ptr<ReaderPool> m_readers;

public:
    std::unique_ptr<ExperimentTracking> experiments;
    std::unique_ptr<ExperimentSearch> experimentSearch;
    std::unique_ptr<RunTracking> runs;
    std::unique_ptr<RunSearch> runSearch;
    std::unique_ptr<RunIngest> ingest;
    std::unique_ptr<MetricHistory> history;
    std::unique_ptr<ArtifactStore> artifacts;
};

/// The answer, or null and a failed test.
Json good(const Result<Json> &answer);

/// `<code on the wire>: <message>`, or "" where it succeeded.
template<typename T>
std::string failure(const Result<T> &result)
{
    return result ? "" : result.error().code + ": " + result.error().sentence;
}

/// The value of a key in a list of {key, value}; null where there is none.
Json valueAt(const Json &list, const std::string &key);

} // namespace atelier::test

#pragma once

#include "core/access/RunTokens.h"
#include "core/document/JobDocument.h"
#include "core/domain/WorkspaceLayout.h"
#include "core/execution/Scheduler.h"
#include "core/storage/ReaderPool.h"
#include "core/storage/Writer.h"
#include "tests/core/execution/ScriptedDriver.h"
#include "tests/support/TemporaryFolder.h"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace atelier::test {

/// A workspace with a real database, and a scheduler that may be taken away and put back as when the service
/// starts again.
class ScheduledWorkspace
{
public:
    ScheduledWorkspace();
    ~ScheduledWorkspace();

    /// Begins, or begins anew, to bring jobs to their end.
    void start();
    void stop();

    [[nodiscard]] ScriptedDriver &driver() { return m_driver; }
    [[nodiscard]] Scheduler &scheduler() { return *m_scheduler; }
    [[nodiscard]] RunTokens &tokens() { return m_tokens; }
    [[nodiscard]] Writer &writer() { return *m_writer; }
    [[nodiscard]] ReaderPool &readers() { return *m_readers; }
    [[nodiscard]] const WorkspaceLayout &layout() const { return m_layout; }
    [[nodiscard]] std::filesystem::path folder() const { return m_folder.path(); }

    /// Plans and records it, and tells the scheduler, if there is one.
    void submit(JobDocument document);
    void cancel(const std::string &job);
    /// One statement of SQL through the writer, for what no product code does.
    void run(const std::string &sql);

    [[nodiscard]] JobRow row(const std::string &job);
    [[nodiscard]] std::vector<AttemptRow> attempts(const std::string &job);
    [[nodiscard]] std::string outputPath(const std::string &job, const std::string &output);
    /// Waits for a job's status; what it is at last, after at most 10 s.
    [[nodiscard]] std::string reaches(const std::string &job, JobStatus wanted);
    /// Waits until a job's row is as wanted, looking after each commit.
    [[nodiscard]] bool becomes(const std::string &job, const std::function<bool(const JobRow &)> &isWanted);

    // Before start():
    double cores = 1;
    std::atomic<std::uint64_t> freeMemory{std::uint64_t{64} << 30U};
    /// Called before a job's outputs are brought to the disk; an Error is what the disk answers.
    std::function<Result<void>(const std::string &job)> beforeKeeping
        = [](const std::string &) { return Result<void>(); };

private:
    TemporaryFolder m_folder;
    WorkspaceLayout m_layout;
    ScriptedDriver m_driver;
    RunTokens m_tokens;
    std::mutex m_mutex;
    std::condition_variable m_committed;
    std::uint64_t m_commits = 0; ///< guarded by m_mutex
    std::unique_ptr<Writer> m_writer;
    std::unique_ptr<ReaderPool> m_readers;
    std::unique_ptr<Scheduler> m_scheduler;
};

/// A command job without inputs and outputs.
[[nodiscard]] CommandJob commandJob(const std::string &name);

struct StepOf
{
    std::string name;
    std::vector<std::string> after = {}; ///< it takes the output of each
};
/// A pipeline whose steps each run `<name of the step>` and have one file as output, `out`. The step at
/// number n is the job `<pipeline>-n`.
[[nodiscard]] PipelineJob pipelineJob(const std::string &name, const std::vector<StepOf> &steps);

} // namespace atelier::test

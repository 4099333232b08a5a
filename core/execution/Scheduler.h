#pragma once

#include "core/access/RunTokens.h"
#include "core/compute/Driver.h"
#include "core/domain/WorkspaceLayout.h"
#include "core/execution/FolderWork.h"
#include "core/execution/JobRuntime.h"
#include "core/execution/Outcome.h"
#include "core/execution/StepReuse.h"
#include "core/execution/UnfinishedJobs.h"
#include "core/execution/WorkFolder.h"
#include "core/storage/ReaderPool.h"
#include "core/storage/Writer.h"
#include "core/system/HostMetrics.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <vector>

namespace atelier {

/// Brings submitted jobs to their end: decides what may start, writes the intent, launches, observes, and
/// says what follows. Its one thread is the only one that changes the status of a job that it runs.
///
/// What it decides is committed before it acts on it; after a restart or a failed commit it reads everything
/// anew and goes on from there, so there is one way of recovering and it is used every day.
class Scheduler
{
public:
    struct Parts
    {
        const WorkspaceLayout &layout;
        Writer &writer;
        ReaderPool &readers;
        Driver &driver;
        RunTokens &tokens;
        JobRuntime runtime;
        double cores = 1; ///< steps that may run at once, each counted as one core

        // To be replaced only by tests of a full memory and of a slow disk:
        std::function<std::uint64_t()> freeMemory = [] { return hostCapacity().availableBytes; };
        std::chrono::milliseconds memoryInterval{5000}; ///< between two looks while something waits for it
        std::function<Result<void>(const WorkspaceLayout &, const std::string &job)> keepOutputs
            = atelier::keepOutputs;
    };

    /// All parts must outlive it. Call start() before anything else.
    explicit Scheduler(Parts parts);
    ~Scheduler(); ///< stops; what runs goes on
    Scheduler(const Scheduler &) = delete;
    Scheduler &operator=(const Scheduler &) = delete;

    /// Takes up every unfinished job of the workspace and begins.
    [[nodiscard]] Result<void> start();
    /// Decides nothing any more and leaves the driver alone, which may go before the scheduler does.
    void stop();

    // Any thread:
    void submitted(JobId id);
    /// The request is durable when this returns. Not from the scheduler's own thread.
    [[nodiscard]] Result<void> cancel(JobId id);
    /// The driver says that something happened to this attempt.
    void attemptChanged(const std::string &uuid);
    [[nodiscard]] bool hasWork() const; ///< anything unfinished

private:
    struct OpenAttempt
    {
        AttemptRow row;
        std::string job;
        bool isOver = false; ///< it needs no core any more: what it made is being kept, or its end is decided
    };
    struct Events
    {
        std::vector<JobId> submitted;
        std::vector<JobId> canceled;
        std::set<std::string> changed;
    };
    /// What one round decided: written in one transaction, then acted upon.
    struct Round
    {
        std::vector<std::function<Result<void>(WriteContext &)>> writes;
        std::vector<AttemptRow> intents;
        std::map<std::string, RunTokens::Token> tokens; ///< of the intents, by attempt
        std::vector<std::string> prepared; ///< attempts that can be launched now
        std::vector<std::string> ended; ///< attempts
    };

    void work();
    void noteWork();
    [[nodiscard]] Events waitForEvents();
    [[nodiscard]] Result<void> reload();
    void addAll(Events &events) const;
    [[nodiscard]] Result<void> takeUp(const std::vector<JobId> &ids);
    [[nodiscard]] Result<void> round(const Events &events);

    void look(const std::string &uuid, Round &round);
    void notePrepared(OpenAttempt &attempt, const Result<void> &prepared, Round &round);
    void noteNotLaunched(OpenAttempt &attempt, int supervisorCode, Round &round);
    void noteRunning(OpenAttempt &attempt, const RunRecord &record, Round &round);
    void noteEnd(OpenAttempt &attempt, const AttemptState &observation, Round &round);
    void endUnlaunched(OpenAttempt &attempt, const Outcome &outcome, Round &round);
    [[nodiscard]] std::optional<Outcome> keepWhatItMade(const OpenAttempt &attempt);
    void finish(JobId id, const Outcome &outcome, Round &round);
    void recordConsequence(const StepGraph::Consequence &consequence, Round &round);
    void cancelOne(JobId id, Round &round);
    void cancelAll(JobId id, Round &round);
    [[nodiscard]] Result<void> startReady(Round &round);
    [[nodiscard]] std::string whyNoneMayStart();
    [[nodiscard]] Result<bool> reuse(const JobRow &row, Round &round);
    void intend(const JobRow &row, Round &round);
    void keepWaiting(const JobRow &row, const std::string &reason, Round &round);
    void startPipeline(const JobRow &step, Round &round);

    [[nodiscard]] Result<void> commit(const Round &round);
    void act(Round &round);
    [[nodiscard]] Result<void> prepare(const AttemptRow &attempt, const RunTokens::Token &token);
    void failLaunch(const std::string &uuid, const Error &error);
    [[nodiscard]] AttemptReference placeOf(const OpenAttempt &attempt) const;

    Parts m_parts;

    // The thread's own:
    UnfinishedJobs m_jobs;
    std::map<std::string, OpenAttempt> m_attempts; ///< by uuid
    std::map<JobId, std::string> m_attemptOf;
    std::map<std::string, AttemptLaunch>
        m_launches; ///< of attempts whose folders are being prepared, by uuid
    bool m_mustReload = true;
    bool m_waitsForMemory = false; ///< something does, and nobody tells when there is more

    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    Events m_events;
    bool m_stopping = false;
    bool m_hasWork = true;

    // Apart, so that no job waits for its start until another's outputs are on the disk. After what they
    // call.
    FolderWork m_preparing;
    FolderWork m_keeping;
    std::thread m_thread;
};

} // namespace atelier

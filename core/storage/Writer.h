#pragma once

#include "core/base/Result.h"
#include "core/storage/Change.h"
#include "core/storage/Database.h"
#include "core/storage/WriteContext.h"

#include <cassert>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <thread>
#include <type_traits>
#include <vector>

namespace atelier {

/// The single writing thread with the only writing connection. What waits together is committed together, and
/// nobody is told of success before his work is on the disk.
class Writer
{
public:
    using Work = std::function<Result<void>(WriteContext &)>;
    using Done = std::function<void(Result<void>)>;
    using Listener = std::function<void(const std::vector<Change> &)>;

    struct Options
    {
        std::size_t queueLimit = 50'000; ///< works that may wait; more are answered Busy
        /// Pages in the log (of 4 KiB) from which a pause is used to move them into the file; at four times
        /// as many it is done without a pause.
        int checkpointPages = 4000;
        std::string vfs = {}; ///< see Database::Options
    };

    /// What is undone when a work fails.
    enum class Isolation {
        Savepoint, ///< everything it wrote
        ChecksFirst, ///< nothing: this work promises that it writes nothing once it knows that it fails
    };

    /// Opens a database that is migrated already. `listener` is called on the writer's thread after each
    /// commit that changed something, before the works' own answers.
    [[nodiscard]] static Result<std::unique_ptr<Writer>> open(
        const std::filesystem::path &file, Listener listener, Options options);
    [[nodiscard]] static Result<std::unique_ptr<Writer>> open(
        const std::filesystem::path &file, Listener listener = {});

    /// Finishes what waits, then stops.
    ~Writer();
    Writer(const Writer &) = delete;
    Writer &operator=(const Writer &) = delete;

    /// Runs `work` on the writer's thread and then `done` there: with success only after COMMIT. Busy is
    /// answered on the calling thread. Neither may block, and neither may wait for another work.
    void submit(Work work, Done done, Isolation isolation = Isolation::Savepoint);

    /// Submits and waits; `work(WriteContext &)` returns a Result<T>, which is the answer. Not on the
    /// writer's thread.
    template<typename F>
    [[nodiscard]] std::invoke_result_t<F, WriteContext &> run(F work)
    {
        using Answer = std::invoke_result_t<F, WriteContext &>;
        assert(std::this_thread::get_id() != m_thread.get_id());
        std::optional<Answer> answer;
        std::promise<Result<void>> finished;
        submit(
            [&](WriteContext &context) -> Result<void> {
                answer.emplace(work(context));
                return *answer ? Result<void>() : Result<void>(answer->error());
            },
            [&](Result<void> outcome) { finished.set_value(std::move(outcome)); });
        const Result<void> outcome = finished.get_future().get();
        if (!outcome)
            return outcome.error();
        return std::move(*answer);
    }

private:
    struct Entry
    {
        Work work;
        Done done;
        Isolation isolation;
        Result<void> outcome;
    };

    Writer(std::filesystem::path file, Listener listener, Options options, Database database);

    void serve();
    [[nodiscard]] bool takeWaiting(std::vector<Entry> &batch);
    /// Writes works from the front in one transaction and answers them; how many they were.
    std::size_t writeGroup(std::span<Entry> entries);
    [[nodiscard]] Result<void> begin();
    /// Runs all, or up to the one whose failure took the whole transaction with it, which is answered as the
    /// error.
    [[nodiscard]] Result<void> runWorks(std::span<Entry> entries, WriteContext &context, std::size_t &ran);
    /// Fails only where the transaction is lost; the work's own outcome is in the entry.
    [[nodiscard]] Result<void> runWork(Entry &entry, WriteContext &context);
    [[nodiscard]] Result<std::vector<Change>> commit(WriteContext &context);
    void abandon(std::span<Entry> entries, const Error &error);
    void checkpoint(bool isIdle);

    const std::filesystem::path m_file;
    const Listener m_listener;
    const Options m_options;
    std::optional<Database> m_database; ///< empty after an error of the disk, until it could be opened again
    std::chrono::steady_clock::time_point m_noCheckpointBefore; ///< set when one failed

    std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::vector<Entry> m_waiting; ///< guarded by m_mutex
    bool m_isStopping = false; ///< guarded by m_mutex
    std::thread m_thread; ///< last: it uses everything above
};

} // namespace atelier

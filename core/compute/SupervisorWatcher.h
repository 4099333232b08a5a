#pragma once

#include "core/compute/Driver.h"
#include "core/system/Descriptor.h"
#include "core/system/Pidfd.h"

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <thread>

namespace atelier {

/// What a watched supervisor has come to.
struct SupervisorStatus
{
    bool isPublished = false; ///< its job runs
    bool hasEnded = false;
    int exitCode = 0; ///< once ended, where it was our child
};

/// Waits, on one thread, for supervisors to say that their job runs and to end, and collects those that are
/// our children. Thread-safe.
class SupervisorWatcher
{
public:
    explicit SupervisorWatcher(AttemptChanged changed);
    ~SupervisorWatcher(); ///< no callback comes afterwards; the supervisors run on
    SupervisorWatcher(const SupervisorWatcher &) = delete;
    SupervisorWatcher &operator=(const SupervisorWatcher &) = delete;

    /// A child just started; `notify` gives "R" once its job runs.
    [[nodiscard]] Result<void> watchChild(
        const AttemptReference &attempt, Pidfd supervisor, Descriptor notify);
    /// One that was found at work, by its published identity.
    [[nodiscard]] Result<void> watchFound(const AttemptReference &attempt, Pidfd supervisor);
    /// Cancels as soon as the job runs; false when it runs already, has ended or is not known.
    [[nodiscard]] bool cancelOncePublished(const AttemptReference &attempt);
    /// Reports it after a moment, though nothing was heard of it: for what could not be told when it was
    /// looked at.
    void remindOf(const std::string &uuid);
    void forget(const std::string &uuid);

    [[nodiscard]] std::optional<SupervisorStatus> status(const std::string &uuid) const;

private:
    struct Watched
    {
        AttemptReference attempt;
        std::optional<Pidfd> supervisor;
        Descriptor notify;
        SupervisorStatus status;
        bool isCancelWanted = false;
        bool isSilent = false; ///< forgotten, but still to be collected at its end
    };

    [[nodiscard]] Result<void> add(Watched watched);
    [[nodiscard]] std::map<std::uint64_t, Watched>::const_iterator find(const std::string &uuid) const;
    [[nodiscard]] std::map<std::uint64_t, Watched>::iterator find(const std::string &uuid);
    void loop();
    void remind();
    [[nodiscard]] int millisecondsToReminder();
    [[nodiscard]] std::optional<AttemptReference> handle(std::uint64_t token, bool &isCancelDue);

    AttemptChanged m_changed;
    Descriptor m_epoll;
    Descriptor m_wake;
    bool m_isStopping = false;
    mutable std::mutex m_mutex;
    std::map<std::uint64_t, Watched>
        m_watched; ///< by a number that is never used again, so late events hit nobody
    std::uint64_t m_nextNumber = 1;
    std::set<std::string> m_reminders;
    std::int64_t m_remindAtMs = 0; ///< steady; only while there are reminders
    std::thread m_thread; ///< last: it uses all of the above
};

/// Says "cancel" on a supervisor's control socket; NotFound when none listens there.
[[nodiscard]] Result<void> sendCancel(const std::filesystem::path &attemptFolder);

} // namespace atelier

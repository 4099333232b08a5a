#pragma once

#include "core/base/Result.h"
#include "core/system/Descriptor.h"

#include <chrono>
#include <optional>
#include <sys/types.h>

namespace atelier {

/// How a process ended: by an exit code, or by a signal.
struct ExitStatus
{
    int code = 0; ///< 128 + signal when a signal ended it, as shells say it
    int signal = 0; ///< 0 when it exited by itself

    [[nodiscard]] bool isSuccess() const { return code == 0 && signal == 0; }
    bool operator==(const ExitStatus &) const = default;
};

/// A handle of one process that stays its own when the number is given to another.
class Pidfd
{
public:
    /// NotFound when there is no such process.
    [[nodiscard]] static Result<Pidfd> open(pid_t pid);

    /// NotFound when the process has ended and was waited for.
    [[nodiscard]] Result<void> signal(int number) const;
    /// True once it has ended, waiting up to `timeout` for that; works for any process.
    [[nodiscard]] bool waitForEnd(std::chrono::milliseconds timeout) const;
    [[nodiscard]] bool hasEnded() const { return waitForEnd(std::chrono::milliseconds(0)); }
    /// Collects a child's exit status (waitid), and with it its zombie; nullopt while it runs or if it is no
    /// child of ours.
    [[nodiscard]] std::optional<ExitStatus> reap() const;

    [[nodiscard]] pid_t pid() const { return m_pid; }
    /// For poll and epoll: readable once the process has ended.
    [[nodiscard]] int descriptor() const { return m_descriptor.number(); }

private:
    Pidfd(pid_t pid, Descriptor descriptor)
        : m_pid(pid)
        , m_descriptor(std::move(descriptor))
    {
    }

    pid_t m_pid;
    Descriptor m_descriptor;
};

} // namespace atelier

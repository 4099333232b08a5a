#pragma once

#include "core/base/Result.h"
#include "core/system/Pidfd.h"

#include <cstdint>
#include <string>
#include <sys/types.h>

namespace atelier {

/// This start of the machine, a UUID; "" where the kernel does not tell.
[[nodiscard]] std::string bootId();

/// Which process a number meant: numbers are reused, these three together are not.
struct ProcessIdentity
{
    std::string bootId;
    pid_t pid = 0;
    std::uint64_t startTime = 0; ///< clock ticks since the machine started

    [[nodiscard]] static ProcessIdentity current();
    /// NotFound when there is no such process.
    [[nodiscard]] static Result<ProcessIdentity> of(pid_t pid);

    /// True while that very process exists and has not ended (a zombie has).
    [[nodiscard]] bool isAlive() const;
    /// A handle of that very process; NotFound when it is gone, though another may have its number.
    [[nodiscard]] Result<Pidfd> open() const;
    /// Signals that very process or nobody.
    [[nodiscard]] Result<void> signal(int number) const;

    bool operator==(const ProcessIdentity &) const = default;
};

} // namespace atelier

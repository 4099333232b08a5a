#pragma once

#include "core/base/Result.h"
#include "core/system/Descriptor.h"

#include <chrono>
#include <filesystem>
#include <string>

namespace atelier {

/// Held for life by the only process that may work here (flock on a file); let go by the kernel however it
/// ends.
class InstanceLock
{
public:
    /// Tries for `patience`, because a child that was forked by a killed holder keeps the lock until it
    /// execs. Busy when another holds it; its sentence and its argument `holder` say who. `holder` is what we
    /// write of ourselves: a name, and in a second line where we can be reached.
    [[nodiscard]] static Result<InstanceLock> acquire(const std::filesystem::path &file,
        const std::string &holder, std::chrono::milliseconds patience = std::chrono::seconds(1));

    /// The second line of what its holder wrote, or the last one to hold it; "" where there is none.
    [[nodiscard]] static std::string addressOfHolder(const std::filesystem::path &file);

private:
    explicit InstanceLock(Descriptor file)
        : m_file(std::move(file))
    {
    }

    Descriptor m_file;
};

} // namespace atelier

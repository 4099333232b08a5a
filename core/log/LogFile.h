#pragma once

#include "core/base/Result.h"
#include "core/system/Descriptor.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

namespace atelier {

/// A file that others write while we read it. Read with pread and never mapped: a page that a truncation
/// takes away would kill the program. May be read by several threads at once.
class LogFile
{
public:
    /// Only regular files: a pipe or a device would block or never end.
    [[nodiscard]] static Result<std::shared_ptr<const LogFile>> open(const std::filesystem::path &path);

    explicit LogFile(Descriptor descriptor)
        : m_descriptor(std::move(descriptor))
    {
    }

    [[nodiscard]] std::uint64_t size() const;
    /// False once the path is another file, or none.
    [[nodiscard]] bool isStillAt(const std::filesystem::path &path) const;

    /// The bytes from `offset` on, at most as many as the buffer holds; fewer where the file ends or cannot
    /// be read.
    [[nodiscard]] std::string_view read(std::uint64_t offset, std::vector<char> &buffer) const;
    [[nodiscard]] std::string read(std::uint64_t offset, std::size_t count) const;

private:
    [[nodiscard]] std::size_t readInto(std::uint64_t offset, char *bytes, std::size_t count) const;

    Descriptor m_descriptor;
};

} // namespace atelier

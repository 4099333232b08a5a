#pragma once

#include "core/base/Result.h"
#include "core/system/Descriptor.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <sys/types.h>

namespace atelier {

/// The whole regular file; one of more than `limit` bytes is refused (TooLarge) without being read.
[[nodiscard]] Result<std::string> readFile(const std::filesystem::path &file, std::size_t limit);

/// The same, of an open descriptor, from its present offset to its end; `name` is for the error's sentence.
[[nodiscard]] Result<std::string> readAll(int descriptor, const std::string &name, std::size_t limit);

/// The last line of a file's text that is not empty, in which programs say what has ended them.
[[nodiscard]] std::string lastLine(std::string text);

/// Writes all bytes, however short the single writes turn out.
[[nodiscard]] Result<void> writeAll(int descriptor, std::string_view bytes, const std::string &name);

/// Replaces the file so that after power loss either the old or the new one is there, whole; on failure the
/// old one stays.
[[nodiscard]] Result<void> durableWrite(
    const std::filesystem::path &file, std::string_view bytes, mode_t mode = 0600);

/// The same for `name` in an open folder.
[[nodiscard]] Result<void> durableWrite(
    int folder, const std::string &name, std::string_view bytes, mode_t mode = 0600);

/// Replaces `name` in an open folder whole, but leaves it to the kernel when it reaches the disk.
[[nodiscard]] Result<void> atomicWrite(int folder, const std::string &name, std::string_view bytes);

/// Opens a folder, for the calls that take a descriptor of one.
[[nodiscard]] Result<Descriptor> openFolder(const std::filesystem::path &folder);

/// Makes the names in the folder durable: without it a new file may be gone after power loss.
[[nodiscard]] Result<void> fsyncDirectory(const std::filesystem::path &folder);

/// Makes the folder and those above it where they are missing, each with mode 0700 and durable in its parent.
[[nodiscard]] Result<void> makeFolders(const std::filesystem::path &folder);

} // namespace atelier

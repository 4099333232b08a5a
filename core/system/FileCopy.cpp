#include "core/system/FileCopy.h"

#include "core/system/File.h"
#include "core/system/FileReplacement.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>

namespace atelier {

namespace {

constexpr const char *sourceCode = "copy.source";
constexpr const char *targetCode = "copy.target";

Error refusal(std::string code, const std::filesystem::path &file, const std::string &reason)
{
    return {ErrorKind::Invalid, std::move(code), file.string() + reason, {{"file", file.string()}}, {}};
}

struct Source
{
    Descriptor descriptor;
    struct stat status
    {
    };
};

Result<Source> openSource(const std::filesystem::path &file)
{
    // O_NONBLOCK: opening a pipe that nobody writes to would wait for ever.
    Source source{Descriptor(open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)), {}};
    if (!source.descriptor || fstat(source.descriptor.number(), &source.status) != 0)
        return systemError(sourceCode, "read " + file.string(), errno);
    if (!S_ISREG(source.status.st_mode))
        return refusal(sourceCode, file, " is not a regular file, so that it cannot be copied.");
    return source;
}

bool isSame(const std::filesystem::path &target, const struct stat &source)
{
    struct stat status
    {
    };
    return stat(target.c_str(), &status) == 0 && status.st_dev == source.st_dev
        && status.st_ino == source.st_ino;
}

Result<void> pump(int source, int target, const std::filesystem::path &name, const std::atomic<bool> &stopped)
{
    std::array<char, 1U << 16U> buffer;
    while (!stopped) {
        const ssize_t got = read(source, buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return systemError(sourceCode, "read what is copied to " + name.string(), errno);
        if (got == 0)
            return {};
        auto written = writeAll(target, {buffer.data(), static_cast<std::size_t>(got)}, name.string());
        if (!written) {
            Error error = written.error();
            error.code = targetCode;
            return error;
        }
    }
    return Error{ErrorKind::Conflict, "copy.stopped", "The copy was ended before it was whole.", {}, {}};
}

} // namespace

Result<void> copyFile(const std::filesystem::path &source, const std::filesystem::path &target,
    const std::atomic<bool> &stopped)
{
    const auto from = openSource(source);
    if (!from)
        return from.error();
    if (isSame(target, from->status))
        return refusal("copy.target-same", target, " is the file itself. Choose another name for the copy.");
    const auto to = FileReplacement::begin(target);
    if (!to)
        return to.error();
    if (auto pumped = pump(from->descriptor.number(), (*to)->descriptor(), target, stopped); !pumped)
        return pumped;
    return (*to)->finish();
}

} // namespace atelier

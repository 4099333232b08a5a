#include "core/system/FileCopy.h"

#include "core/base/Ids.h"
#include "core/system/File.h"

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

/// The mode of the copy: that of the file it replaces, where there is one.
Result<mode_t> checkTarget(const std::filesystem::path &file, const struct stat &source)
{
    struct stat status
    {
    };
    if (stat(file.c_str(), &status) != 0) {
        constexpr mode_t asTheUserHasIt = 0666; // less the umask
        if (errno == ENOENT)
            return asTheUserHasIt;
        return systemError(targetCode, "write " + file.string(), errno);
    }
    if (S_ISDIR(status.st_mode))
        return refusal("copy.target-folder", file, " is a folder. Choose a name for the copy in it.");
    if (!S_ISREG(status.st_mode))
        return refusal("copy.target-special", file, " is no ordinary file. Choose another name.");
    if (status.st_dev == source.st_dev && status.st_ino == source.st_ino)
        return refusal("copy.target-same", file, " is the file itself. Choose another name for the copy.");
    if (access(file.c_str(), W_OK) != 0)
        return systemError(targetCode, "write " + file.string(), errno);
    return status.st_mode & mode_t{0777};
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

Result<void> writeAndRename(int source, const std::filesystem::path &temporary,
    const std::filesystem::path &target, mode_t mode, const std::atomic<bool> &stopped)
{
    const Descriptor file(
        open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode));
    if (!file)
        return systemError(targetCode, "write into the folder " + target.parent_path().string(), errno);
    if (const auto pumped = pump(source, file.number(), target, stopped); !pumped)
        return pumped;
    // Some disks tell only now that they are full.
    if (fsync(file.number()) != 0 || rename(temporary.c_str(), target.c_str()) != 0)
        return systemError(targetCode, "write " + target.string(), errno);
    return {};
}

} // namespace

Result<void> copyFile(const std::filesystem::path &source, const std::filesystem::path &target,
    const std::atomic<bool> &stopped)
{
    const auto from = openSource(source);
    if (!from)
        return from.error();
    const auto mode = checkTarget(target, from->status);
    if (!mode)
        return mode.error();
    // What a link stands for is replaced, not the link.
    std::error_code unresolved;
    std::filesystem::path place = std::filesystem::weakly_canonical(target, unresolved);
    if (unresolved)
        place = target;
    const std::filesystem::path temporary = place.parent_path() / (".copy-" + randomHex(8) + ".tmp");
    const auto written = writeAndRename(from->descriptor.number(), temporary, place, *mode, stopped);
    if (!written)
        unlink(temporary.c_str());
    return written;
}

} // namespace atelier

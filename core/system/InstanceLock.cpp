#include "core/system/InstanceLock.h"

#include "core/system/Clock.h"
#include "core/system/File.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <thread>

namespace atelier {

namespace {

/// False where the file was removed, or another one put in its place, after it was opened: a lock on it would
/// keep nobody out.
bool isStillThere(int descriptor, const std::filesystem::path &file)
{
    struct stat opened
    {
    };
    struct stat there
    {
    };
    return fstat(descriptor, &opened) == 0 && stat(file.c_str(), &there) == 0 && opened.st_ino == there.st_ino
        && opened.st_dev == there.st_dev;
}

} // namespace

Result<InstanceLock> InstanceLock::acquire(
    const std::filesystem::path &file, const std::string &holder, std::chrono::milliseconds patience)
{
    Descriptor descriptor(open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!descriptor)
        return systemError("lock.open", "open the lock file " + file.string(), errno);
    const std::int64_t deadline = steadyMs() + patience.count();
    while (flock(descriptor.number(), LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK && errno != EINTR)
            return systemError("lock.take", "lock " + file.string(), errno);
        if (steadyMs() >= deadline) {
            const Result<std::string> other = readAll(descriptor.number(), file.string(), 4096);
            const std::string name
                = other && !other->empty() ? other->substr(0, other->find('\n')) : "another process";
            return Error{ErrorKind::Busy, "lock.held",
                file.parent_path().string() + " is in use by " + name + ". Close that one first.",
                {{"holder", name}}, {}};
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    if (!isStillThere(descriptor.number(), file))
        return acquire(
            file, holder, std::chrono::milliseconds(std::max<std::int64_t>(0, deadline - steadyMs())));
    if (ftruncate(descriptor.number(), 0)
        == 0) // who holds it is only a courtesy: a full disk must not stop us
        [[maybe_unused]]
        const ssize_t ignored = pwrite(descriptor.number(), holder.data(), holder.size(), 0);
    return InstanceLock(std::move(descriptor));
}

std::string InstanceLock::addressOfHolder(const std::filesystem::path &file)
{
    constexpr std::size_t longest = 4096;
    const auto text = readFile(file, longest);
    const std::size_t end = text ? text->find('\n') : std::string::npos;
    return end == std::string::npos ? std::string() : text->substr(end + 1);
}

} // namespace atelier

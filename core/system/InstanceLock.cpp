#include "core/system/InstanceLock.h"

#include "core/system/Clock.h"
#include "core/system/File.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <thread>

namespace atelier {

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

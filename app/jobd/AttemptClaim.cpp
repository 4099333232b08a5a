#include "app/jobd/AttemptClaim.h"

#include "core/system/File.h"

#include <cerrno>
#include <ctime>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

namespace atelier::jobd {

namespace {

constexpr std::size_t launchLimit = 16U << 20U; ///< kernels take far shorter command lines

bool isDeleted(int descriptor)
{
    struct stat status
    {
    };
    return fstat(descriptor, &status) != 0 || status.st_nlink == 0;
}

/// Somebody who only looks whether the attempt is supervised holds the lock for moments.
bool lockPatiently(int descriptor)
{
    const timespec pause{0, 2'000'000};
    for (int tries = 0; tries < 50; ++tries) {
        if (flock(descriptor, LOCK_EX | LOCK_NB) == 0)
            return true;
        nanosleep(&pause, nullptr);
    }
    return false;
}

} // namespace

AttemptClaim::AttemptClaim(std::filesystem::path folder)
    : m_path(std::move(folder))
{
}

bool AttemptClaim::openAndLock()
{
    Result<Descriptor> folder = openFolder(m_path);
    if (!folder)
        return false;
    m_folder = std::move(*folder);
    m_lock = Descriptor(
        openat(m_folder.number(), attempt::lockFile, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
    return static_cast<bool>(m_lock);
}

Result<void> AttemptClaim::writeStarted()
{
    const Descriptor started(openat(
        m_folder.number(), attempt::startedFile, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!started)
        return systemError("attempt.start", "mark the attempt as started", errno);
    if (const Result<void> written = writeAll(started.number(), bootId() + "\n", attempt::startedFile);
        !written)
        return written;
    // Durable before the job runs: or after a loss of power the attempt would look as if it had never been
    // started.
    if (fsync(started.number()) != 0 || fsync(m_folder.number()) != 0)
        return systemError("attempt.start", "mark the attempt as started", errno);
    return {};
}

int AttemptClaim::take()
{
    if (!openAndLock())
        return attempt::exitUnusableFolder;
    if (!lockPatiently(m_lock.number()))
        return attempt::exitAlreadySupervised;
    struct stat status
    {
    };
    if (fstatat(m_folder.number(), attempt::startedFile, &status, AT_SYMLINK_NOFOLLOW) == 0)
        return attempt::exitAlreadyStarted;
    const Result<std::string> text = readFile(m_path / attempt::launchFile, launchLimit);
    Result<LaunchRecord> launch = text ? parseLaunchRecord(*text) : Result<LaunchRecord>(text.error());
    if (!launch)
        return attempt::exitUnusableFolder;
    m_launch = std::move(*launch);
    if (const Result<void> started = writeStarted(); !started)
        return started.error().kind == ErrorKind::Conflict ? attempt::exitAlreadyStarted
                                                           : attempt::exitUnusableFolder;
    return 0;
}

void AttemptClaim::publishRun(const RunRecord &record)
{
    m_run = format(record);
    // Without it the job runs on all the same; its end is what must not be lost.
    static_cast<void>(atomicWrite(m_folder.number(), attempt::runFile, m_run));
}

void AttemptClaim::writeExit(const ExitRecord &record)
{
    const std::string text = format(record);
    timespec pause{0, 20'000'000};
    while (true) {
        restoreIfDeleted();
        if (durableWrite(m_folder.number(), attempt::exitFile, text))
            return;
        nanosleep(&pause, nullptr);
        pause = {0, 500'000'000};
    }
}

void AttemptClaim::restoreIfDeleted()
{
    if (isDeleted(m_folder.number()) || isDeleted(m_lock.number())) {
        if (!makeFolders(m_path) || !openAndLock())
            return; // tried again at the next look
        flock(m_lock.number(), LOCK_EX | LOCK_NB);
    }
    // Each by itself: a deletion that is still going on takes some of what was just put back.
    restore(attempt::startedFile, bootId() + "\n");
    if (!m_run.empty())
        restore(attempt::runFile, m_run);
}

void AttemptClaim::restore(const char *name, const std::string &text)
{
    if (faccessat(m_folder.number(), name, F_OK, AT_SYMLINK_NOFOLLOW) != 0)
        static_cast<void>(atomicWrite(m_folder.number(), name, text)); // tried again at the next look
}

} // namespace atelier::jobd

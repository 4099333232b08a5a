#include "core/log/LogFile.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>

namespace atelier {

Result<std::shared_ptr<const LogFile>> LogFile::open(const std::filesystem::path &path)
{
    // O_NONBLOCK: opening a pipe that nobody writes to would wait for ever.
    Descriptor descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (!descriptor)
        return systemError("log.open", "open " + path.string(), errno);
    struct stat facts
    {
    };
    if (fstat(descriptor.number(), &facts) != 0)
        return systemError("log.open", "look at " + path.string(), errno);
    if (!S_ISREG(facts.st_mode)) {
        return Error{ErrorKind::Invalid, "log.no-file",
            path.string() + " is no regular file, so there is no log to show; choose a file.",
            {{"file", path.string()}}, {}};
    }
    return std::make_shared<const LogFile>(std::move(descriptor));
}

std::uint64_t LogFile::size() const
{
    struct stat facts
    {
    };
    return fstat(m_descriptor.number(), &facts) == 0 ? static_cast<std::uint64_t>(facts.st_size) : 0;
}

bool LogFile::isStillAt(const std::filesystem::path &path) const
{
    struct stat there
    {
    };
    struct stat ours
    {
    };
    return stat(path.c_str(), &there) == 0 && fstat(m_descriptor.number(), &ours) == 0
        && there.st_ino == ours.st_ino && there.st_dev == ours.st_dev;
}

std::string_view LogFile::read(std::uint64_t offset, std::vector<char> &buffer) const
{
    return {buffer.data(), readInto(offset, buffer.data(), buffer.size())};
}

std::string LogFile::read(std::uint64_t offset, std::size_t count) const
{
    std::string bytes(count, '\0');
    bytes.resize(readInto(offset, bytes.data(), count));
    return bytes;
}

std::size_t LogFile::readInto(std::uint64_t offset, char *bytes, std::size_t count) const
{
    std::size_t have = 0;
    while (have < count) {
        const ssize_t got
            = pread(m_descriptor.number(), bytes + have, count - have, static_cast<off_t>(offset + have));
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            break;
        have += static_cast<std::size_t>(got);
    }
    return have;
}

} // namespace atelier

#include "core/base/Error.h"

#include <array>
#include <cerrno>
#include <cstring>

namespace atelier {

namespace {

ErrorKind kindOfErrno(int number)
{
    switch (number) {
    case ENOSPC:
    case EDQUOT:
        return ErrorKind::StorageFull;
    case ENOENT:
    case ENOTDIR: // a part of the path is a file, so nothing can lie below it
        return ErrorKind::NotFound;
    case ENAMETOOLONG:
        return ErrorKind::Invalid;
    case EACCES:
    case EPERM:
    case EROFS:
        return ErrorKind::Forbidden;
    case EEXIST:
        return ErrorKind::Conflict;
    case EXDEV: // openat2 answers these two for a path that would leave its root
    case ELOOP:
        return ErrorKind::Forbidden;
    case EAGAIN:
    case EBUSY:
        return ErrorKind::Busy;
    default:
        return ErrorKind::Internal;
    }
}

} // namespace

std::string describe(const Error &error)
{
    std::string place = error.location.file;
    if (error.location.line > 0) {
        place += (place.empty() ? "line " : ":") + std::to_string(error.location.line);
        if (error.location.column > 0)
            place += ":" + std::to_string(error.location.column);
    } else if (place.empty()) {
        place = error.location.path;
    }
    return place.empty() ? error.sentence : place + ": " + error.sentence;
}

Error systemError(std::string code, const std::string &doing, int number)
{
    // GNU strerror_r: thread-safe, may return a static string instead of filling the buffer.
    std::array<char, 128> buffer{};
    const char *reason = strerror_r(number, buffer.data(), buffer.size());
    return {kindOfErrno(number), std::move(code), "Cannot " + doing + ": " + reason + ".",
        {{"errno", std::to_string(number)}}, {}};
}

} // namespace atelier

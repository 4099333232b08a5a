#pragma once

#include <string>
#include <utility>
#include <vector>

namespace atelier {

/// What sort of failure this is: decides the HTTP status, the MLflow error code and whether a retry can help.
enum class ErrorKind {
    Invalid, ///< the request or document is wrong; repeating it cannot help
    Unauthenticated,
    Forbidden,
    NotFound,
    Conflict,
    TooLarge,
    Busy, ///< full queue, held lock: the same call may succeed later
    StorageFull,
    Unavailable, ///< something this needs is not there: a program, a service, a mount
    Internal,
};

/// A place in a document: 1-based line and column, 0 where unknown; `path` is the dotted key path
/// (`jobs.fit.inputs.rate`).
struct Location
{
    std::string file;
    int line = 0;
    int column = 0;
    std::string path;

    bool operator==(const Location &) const = default;
};

using ErrorArguments = std::vector<std::pair<std::string, std::string>>;

/// A failure that a person will read: the window translates by code and arguments, everything else shows the
/// sentence.
struct Error
{
    ErrorKind kind = ErrorKind::Internal;
    std::string code; ///< stable, dotted: `document.unknown-key`
    std::string sentence; ///< complete English sentence: what happened, why, what to do
    ErrorArguments arguments;
    Location location;

    bool operator==(const Error &) const = default;
};

/// `file:line:column: sentence`, without the parts that are unknown.
[[nodiscard]] std::string describe(const Error &error);

/// Error for a failed system call: "Cannot <doing> <what>: <strerror(number)>." with the kind that fits
/// `number`.
[[nodiscard]] Error systemError(std::string code, const std::string &doing, int number);

} // namespace atelier

#pragma once

#include "core/base/Result.h"
#include "core/http/Message.h"

namespace atelier::http {

/// A request target taken apart.
struct Target
{
    std::string path;
    Fields query;
};

/// Decodes a target exactly once. Refuses what two programs could read differently: a target that does not
/// begin with
/// '/', control bytes and backslashes (encoded or not) in the path, '#', NUL, and broken escapes.
[[nodiscard]] Result<Target> parseTarget(std::string_view target);

/// Text as one path segment or one query value: all but letters, digits and `-._~` becomes %XX.
[[nodiscard]] std::string percentEncode(std::string_view text);

/// The target for a decoded path, whose '/' stay, and a query.
[[nodiscard]] std::string encodeTarget(std::string_view path, const Fields &query);

} // namespace atelier::http

#pragma once

#include "core/base/Result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace atelier {

class Database;

/// The answer of an action, kept for a client that repeats it because it never saw the answer.
struct KeptAnswer
{
    std::string key;
    std::string requestDigest; ///< tells a repetition from another request under the same key
    int status = 0; ///< of HTTP
    std::string body;
    std::int64_t timeMs = 0; ///< Unix time

    bool operator==(const KeptAnswer &) const = default;
};

class IdempotencyRepository
{
public:
    [[nodiscard]] static Result<std::optional<KeptAnswer>> find(Database &database, std::string_view key);
    /// Conflict where the key is taken.
    [[nodiscard]] static Result<void> insert(Database &database, const KeptAnswer &answer);
    /// Forgets what is older than `beforeMs`.
    [[nodiscard]] static Result<void> prune(Database &database, std::int64_t beforeMs);
};

} // namespace atelier

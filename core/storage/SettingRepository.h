#pragma once

#include "core/base/Result.h"
#include "core/storage/KeyValue.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace atelier {

class Database;

/// What a workspace remembers about itself: its port, its salt, the views of its jobs.
class SettingRepository
{
public:
    [[nodiscard]] static Result<std::optional<std::string>> find(Database &database, std::string_view key);
    /// Those whose keys begin so; the prefix has no sign of GLOB's.
    [[nodiscard]] static Result<std::vector<KeyValue>> startingWith(
        Database &database, const std::string &prefix);
    [[nodiscard]] static Result<void> set(Database &database, std::string_view key, std::string_view value);
    [[nodiscard]] static Result<void> remove(Database &database, std::string_view key);
};

} // namespace atelier

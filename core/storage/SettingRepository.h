#pragma once

#include "core/base/Result.h"

#include <optional>
#include <string>
#include <string_view>

namespace atelier {

class Database;

/// What a workspace remembers about itself: its port, its salt.
class SettingRepository
{
public:
    [[nodiscard]] static Result<std::optional<std::string>> find(Database &database, std::string_view key);
    [[nodiscard]] static Result<void> set(Database &database, std::string_view key, std::string_view value);
    [[nodiscard]] static Result<void> remove(Database &database, std::string_view key);
};

} // namespace atelier

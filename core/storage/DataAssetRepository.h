#pragma once

#include "core/base/Result.h"
#include "core/domain/DataAsset.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace atelier {

class Database;

class DataAssetRepository
{
public:
    /// Conflict where this version exists.
    [[nodiscard]] static Result<void> insert(Database &database, const DataAsset &asset);
    /// Description and tags; what a version refers to never changes. NotFound where there is none.
    [[nodiscard]] static Result<void> update(Database &database, const DataAsset &asset);
    [[nodiscard]] static Result<std::optional<DataAsset>> find(
        Database &database, std::string_view name, std::string_view version);
    /// The version that was created last.
    [[nodiscard]] static Result<std::optional<DataAsset>> latest(Database &database, std::string_view name);
    [[nodiscard]] static Result<std::vector<DataAsset>> versions(
        Database &database, std::string_view name); ///< newest first
    /// The latest version of every name whose name or description holds `text`, newest first.
    [[nodiscard]] static Result<std::vector<DataAsset>> list(
        Database &database, std::string_view text, std::int64_t limit, std::int64_t offset = 0);
    /// One more than the largest version that is a number, from 1.
    [[nodiscard]] static Result<std::string> nextVersion(Database &database, std::string_view name);
    /// False where there was none.
    [[nodiscard]] static Result<bool> remove(
        Database &database, std::string_view name, std::string_view version);
};

} // namespace atelier

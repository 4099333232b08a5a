#include "core/storage/DataAssetRepository.h"

#include "core/storage/Database.h"
#include "core/storage/Pattern.h"

#include <utility>

namespace atelier {

namespace {

const std::string selectAsset
    = "SELECT id, name, version, type, path, description, created_ms FROM data_asset ";

using Found = std::pair<std::int64_t, DataAsset>;

Found readAsset(const Row &row)
{
    DataAsset asset;
    asset.name = row.get<std::string>(1);
    asset.version = row.get<std::string>(2);
    asset.type = portTypeFromName(row.text(3)).value_or(PortType::UriFolder);
    asset.path = row.get<std::string>(4);
    asset.description = row.get<std::string>(5);
    asset.createdMs = row.get<std::int64_t>(6);
    return {row.get<std::int64_t>(0), std::move(asset)};
}

Result<void> readAssetTags(Database &database, std::int64_t id, DataAsset &asset)
{
    return database.forEach(
        "SELECT key, value FROM data_asset_tag WHERE asset_id = ?1 ORDER BY key",
        [&](const Row &row) { asset.tags[row.get<std::string>(0)] = row.get<std::string>(1); }, id);
}

Result<void> writeAssetTags(Database &database, std::int64_t id, const DataAsset &asset)
{
    if (Result<void> done = database.run("DELETE FROM data_asset_tag WHERE asset_id = ?1", id); !done)
        return done;
    for (const auto &[key, value] : asset.tags)
        if (Result<void> done = database.run(
                "INSERT INTO data_asset_tag (asset_id, key, value) VALUES (?1, ?2, ?3)", id, key, value);
            !done)
            return done;
    return {};
}

Result<std::vector<DataAsset>> withTags(Database &database, Result<std::vector<Found>> found)
{
    if (!found)
        return found.error();
    std::vector<DataAsset> assets;
    for (auto &[id, asset] : *found) {
        if (Result<void> done = readAssetTags(database, id, asset); !done)
            return done.error();
        assets.push_back(std::move(asset));
    }
    return assets;
}

Result<std::optional<DataAsset>> withTags(Database &database, Result<std::optional<Found>> found)
{
    if (!found)
        return found.error();
    if (!*found)
        return std::optional<DataAsset>();
    auto &[id, asset] = **found;
    if (Result<void> done = readAssetTags(database, id, asset); !done)
        return done.error();
    return std::optional(std::move(asset));
}

} // namespace

Result<void> DataAssetRepository::insert(Database &database, const DataAsset &asset)
{
    const auto taken = database.value<std::int64_t>(
        "SELECT id FROM data_asset WHERE name = ?1 AND version = ?2", asset.name, asset.version);
    if (!taken)
        return taken.error();
    if (*taken)
        return Error{ErrorKind::Conflict, "data.exists",
            "The data asset '" + asset.name + "' has a version '" + asset.version
                + "' already, and a version never changes. Choose another version, or leave it out.",
            {{"name", asset.name}, {"version", asset.version}}, {}};
    if (Result<void> done
        = database.run("INSERT INTO data_asset (name, version, type, path, description, created_ms)"
                       " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            asset.name, asset.version, name(asset.type), asset.path, asset.description, asset.createdMs);
        !done)
        return done;
    return writeAssetTags(database, database.lastInsertId(), asset);
}

Result<void> DataAssetRepository::update(Database &database, const DataAsset &asset)
{
    const auto id = database.value<std::int64_t>(
        "UPDATE data_asset SET description = ?3 WHERE name = ?1 AND version = ?2 RETURNING id", asset.name,
        asset.version, asset.description);
    if (!id)
        return id.error();
    if (!*id)
        return Error{ErrorKind::NotFound, "data.not-found",
            "There is no version '" + asset.version + "' of the data asset '" + asset.name + "'.",
            {{"name", asset.name}, {"version", asset.version}}, {}};
    return writeAssetTags(database, **id, asset);
}

Result<std::optional<DataAsset>> DataAssetRepository::find(
    Database &database, std::string_view name, std::string_view version)
{
    return withTags(
        database, database.first(selectAsset + "WHERE name = ?1 AND version = ?2", readAsset, name, version));
}

Result<std::optional<DataAsset>> DataAssetRepository::latest(Database &database, std::string_view name)
{
    return withTags(database,
        database.first(
            selectAsset + "WHERE name = ?1 ORDER BY created_ms DESC, id DESC LIMIT 1", readAsset, name));
}

Result<std::vector<DataAsset>> DataAssetRepository::versions(Database &database, std::string_view name)
{
    return withTags(database,
        database.query(selectAsset + "WHERE name = ?1 ORDER BY created_ms DESC, id DESC", readAsset, name));
}

Result<std::vector<DataAsset>> DataAssetRepository::list(
    Database &database, std::string_view text, std::int64_t limit, std::int64_t offset)
{
    return withTags(database,
        database.query(selectAsset
                + "AS asset WHERE (?1 = '' OR name LIKE ?2 ESCAPE '\\' OR description LIKE ?2 ESCAPE '\\')"
                  " AND id = (SELECT id FROM data_asset WHERE name = asset.name"
                  " ORDER BY created_ms DESC, id DESC LIMIT 1)"
                  " ORDER BY created_ms DESC, id DESC LIMIT ?3 OFFSET ?4",
            readAsset, text, patternAnywhere(text), limit, offset));
}

Result<std::string> DataAssetRepository::nextVersion(Database &database, std::string_view name)
{
    // Numbers of more than 18 digits would not fit an integer; such a version is a word, not a count.
    const auto largest = database.value<std::int64_t>("SELECT max(CAST(version AS INTEGER)) FROM data_asset"
                                                      " WHERE name = ?1 AND version NOT GLOB '*[^0-9]*'"
                                                      " AND length(version) <= 18",
        name);
    if (!largest)
        return largest.error();
    return std::to_string((*largest).value_or(0) + 1);
}

Result<bool> DataAssetRepository::remove(Database &database, std::string_view name, std::string_view version)
{
    if (Result<void> done
        = database.run("DELETE FROM data_asset WHERE name = ?1 AND version = ?2", name, version);
        !done)
        return done.error();
    return database.changedRows() > 0;
}

} // namespace atelier

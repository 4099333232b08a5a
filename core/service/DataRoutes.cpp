#include "core/service/DataRoutes.h"

#include "core/base/Json.h"
#include "core/document/DataDocument.h"
#include "core/domain/Names.h"
#include "core/storage/DataAssetRepository.h"
#include "core/storage/Database.h"

namespace atelier {

namespace {

Json viewOf(const DataAsset &asset)
{
    Json json = dataToJson(asset);
    json["version"] = asset.version;
    json["created_ms"] = asset.createdMs;
    return json;
}

Error noSuchAsset(const std::string &name, const std::string &version)
{
    const std::string which = name + (version.empty() ? "" : ":" + version);
    return {ErrorKind::NotFound, "data.not-found", "There is no data asset " + which + " in this workspace.",
        {{"name", which}}, {}};
}

/// What makes a repeated registration the same: where it points and as what.
bool isSame(const DataAsset &a, const DataAsset &b)
{
    return a.path == b.path && a.type == b.type && a.description == b.description && a.tags == b.tags;
}

Result<DataAsset> putAsset(WriteContext &context, DataAsset asset)
{
    Database &database = context.database();
    if (asset.version.empty()) {
        auto latest = DataAssetRepository::latest(database, asset.name);
        if (!latest)
            return latest.error();
        if (*latest && isSame(**latest, asset))
            return std::move(**latest);
        auto version = DataAssetRepository::nextVersion(database, asset.name);
        if (!version)
            return version.error();
        asset.version = std::move(*version);
    } else {
        auto existing = DataAssetRepository::find(database, asset.name, asset.version);
        if (!existing)
            return existing.error();
        if (*existing && isSame(**existing, asset))
            return std::move(**existing);
        if (*existing)
            return Error{ErrorKind::Conflict, "data.exists",
                asset.name + ":" + asset.version
                    + " exists and is something else; a version never changes, so choose "
                      "another one.",
                {{"name", asset.name}, {"version", asset.version}}, {}};
    }
    asset.createdMs = context.nowMs();
    if (auto inserted = DataAssetRepository::insert(database, asset); !inserted)
        return inserted.error();
    context.changed("data", asset.name, "created");
    return asset;
}

} // namespace

void DataRoutes::add(RouteTable &routes)
{
    routes.add({http::Method::Get, "/api/v1/data", Rule::everyone(),
        "The latest version of each data asset; text filters.", [this](Call &call) { return list(call); }});
    routes.add({http::Method::Get, "/api/v1/data/{name}", Rule::everyone(),
        "All versions of a data asset, newest first.",
        [this](Call &call) { return versions(call.path["name"]); }});
    routes.add({http::Method::Get, "/api/v1/data/{name}/versions/{version}", Rule::everyone(),
        "One version of a data asset.",
        [this](Call &call) { return one(call.path["name"], call.path["version"]); }});
    routes.add({http::Method::Put, "/api/v1/data/{name}", Rule::contributors(),
        "Registers data, {\"document\": …}; without a version the next number is taken, unless nothing "
        "changed.",
        [this](Call &call) { return put(call); }});
}

Result<http::Response> DataRoutes::put(Call &call)
{
    const auto body = call.body();
    if (!body)
        return body.error();
    auto loaded = dataFromJson(body->value("document", Json()));
    if (!loaded.value)
        return errorResponse(loaded.errors, ErrorForm::Native);
    DataAsset &asset = *loaded.value;
    asset.name = call.path["name"];
    if (!isAssetName(asset.name) || (!asset.version.empty() && !isAssetName(asset.version)))
        return Error{ErrorKind::Invalid, "data.name",
            "A data asset's name and version have letters, digits, '.', '_' and '-', 255 at most.", {},
            {{}, 0, 0, "name"}};
    const auto kept = m_writer.run([&](WriteContext &context) { return putAsset(context, asset); });
    if (!kept)
        return kept.error();
    return jsonResponse(viewOf(*kept));
}

Result<http::Response> DataRoutes::list(Call &call)
{
    constexpr std::int64_t mostAssets = 1000;
    const std::string text(call.request.parameter("text"));
    const auto assets = m_readers.read(
        [&](Database &database) { return DataAssetRepository::list(database, text, mostAssets); });
    if (!assets)
        return assets.error();
    Json list = Json::array();
    for (const DataAsset &asset : *assets)
        list.push_back(viewOf(asset));
    return jsonResponse({{"data", std::move(list)}});
}

Result<http::Response> DataRoutes::versions(const std::string &name)
{
    const auto assets
        = m_readers.read([&](Database &database) { return DataAssetRepository::versions(database, name); });
    if (!assets)
        return assets.error();
    if (assets->empty())
        return noSuchAsset(name, {});
    Json list = Json::array();
    for (const DataAsset &asset : *assets)
        list.push_back(viewOf(asset));
    return jsonResponse({{"versions", std::move(list)}});
}

Result<http::Response> DataRoutes::one(const std::string &name, const std::string &version)
{
    const auto asset = m_readers.read(
        [&](Database &database) { return DataAssetRepository::find(database, name, version); });
    if (!asset)
        return asset.error();
    if (!*asset)
        return noSuchAsset(name, version);
    return jsonResponse(viewOf(**asset));
}

} // namespace atelier

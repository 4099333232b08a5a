#include "core/service/SnapshotRoutes.h"

#include "core/base/Json.h"

namespace atelier {

namespace {

constexpr std::uint64_t largestBlob = std::uint64_t{1} << 30U; // code, not data
constexpr std::uint64_t largestManifest = std::uint64_t{8} << 20U;

} // namespace

void SnapshotRoutes::add(RouteTable &routes)
{
    Route manifest{http::Method::Put, "/api/v1/snapshots/{digest}", Rule::contributors(),
        "Names the files of a code folder; answers {\"missing\": [sha256…]}, the blobs to send before asking "
        "again.",
        [this](Call &call) -> Result<http::Response> {
            const auto body = call.body();
            if (!body)
                return body.error();
            const auto files = snapshotManifestFromJson(*body);
            if (!files)
                return files.error();
            const auto missing = m_store.put(call.path["digest"], *files);
            if (!missing)
                return missing.error();
            return jsonResponse({{"missing", *missing}});
        }};
    manifest.bodyLimit = largestManifest;
    routes.add(std::move(manifest));

    Route blob{http::Method::Put, "/api/v1/blobs/{sha256}", Rule::contributors(),
        "Sends one file of a code folder; the bytes must have that digest.",
        [](Call &call) -> Result<http::Response> {
            auto *upload = dynamic_cast<BlobUpload *>(call.sink.get());
            if (upload == nullptr)
                return Error{ErrorKind::Internal, "snapshot.upload", "The upload was not opened.", {}, {}};
            if (auto finished = upload->finish(); !finished)
                return finished.error();
            return jsonResponse(Json::object());
        }};
    blob.bodyLimit = largestBlob;
    blob.sink = [this](const Call &call) -> Result<std::shared_ptr<http::BodySink>> {
        auto upload = m_store.receive(call.path.at("sha256"));
        if (!upload)
            return upload.error();
        return std::shared_ptr<http::BodySink>(std::move(*upload));
    };
    routes.add(std::move(blob));
}

} // namespace atelier

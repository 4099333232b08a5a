#include "core/document/DataDocument.h"

#include "core/base/Json.h"
#include "core/document/DocumentCheck.h"
#include "core/document/DocumentKind.h"
#include "core/document/JsonTree.h"
#include "core/document/KindCodec.h"
#include "core/document/LocalFiles.h"
#include "core/document/Settings.h"
#include "core/document/YamlFile.h"
#include "core/domain/DataAssetFields.h"

namespace atelier {

namespace {

void readAsset(Loaded<DataAsset> &loaded, Problems &problems)
{
    DataAsset asset;
    if (!refuseFamily(loaded.tree, "data", problems)) {
        readObject(loaded.tree, {}, asset, problems);
        checkAsset(asset, problems);
    }
    if (!problems.hasErrors())
        loaded.value = std::move(asset);
    loaded.errors = problems.takeErrors();
    loaded.warnings = problems.takeWarnings();
}

} // namespace

Loaded<DataAsset> loadData(const std::filesystem::path &file, const std::vector<std::string> &settings)
{
    Loaded<DataAsset> loaded;
    Result<Node> root = readYamlFile(file, file.string(), loaded.warnings);
    if (!root) {
        loaded.errors.push_back(root.error());
        return loaded;
    }
    loaded.tree = *std::move(root);
    Problems problems(loaded.tree);
    problems.addWarnings(std::move(loaded.warnings));
    for (const std::string &setting : settings)
        if (const Result<void> done = applySetting(loaded.tree, setting); !done)
            problems.add(done.error());
    LocalFiles(loaded.tree, problems).resolveAsset();
    readAsset(loaded, problems);
    return loaded;
}

Loaded<DataAsset> dataFromJson(const Json &json)
{
    Loaded<DataAsset> loaded;
    Result<Node> root = treeFromJson(json);
    if (!root) {
        loaded.errors.push_back(root.error());
        return loaded;
    }
    loaded.tree = *std::move(root);
    Problems problems(loaded.tree);
    readAsset(loaded, problems);
    return loaded;
}

Json dataToJson(const DataAsset &asset)
{
    return writeObject(asset);
}

} // namespace atelier

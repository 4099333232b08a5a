#pragma once

#include "core/base/Json.h"
#include "core/document/Loaded.h"
#include "core/domain/DataAsset.h"

#include <filesystem>
#include <string>
#include <vector>

namespace atelier {

/// Reads a data asset's YAML file; its path becomes absolute and must exist.
[[nodiscard]] Loaded<DataAsset> loadData(
    const std::filesystem::path &file, const std::vector<std::string> &settings = {});

[[nodiscard]] Loaded<DataAsset> dataFromJson(const Json &json);
[[nodiscard]] Json dataToJson(const DataAsset &asset);

} // namespace atelier

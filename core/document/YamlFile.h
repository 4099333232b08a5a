#pragma once

#include "core/base/Result.h"
#include "core/document/DocumentTree.h"

#include <filesystem>
#include <vector>

namespace atelier {

/// Reads a YAML file of at most YamlLimits::bytes; `shownName` is what messages call it. A larger file, and
/// what is no regular file, is refused without being opened.
[[nodiscard]] Result<Node> readYamlFile(
    const std::filesystem::path &file, const std::string &shownName, std::vector<Error> &warnings);

} // namespace atelier

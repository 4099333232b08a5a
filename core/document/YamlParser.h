#pragma once

#include "core/base/Result.h"
#include "core/document/DocumentTree.h"

#include <memory>
#include <string_view>
#include <vector>

namespace atelier {

/// What a document may be at most: a file that wants more is refused before it costs anything.
struct YamlLimits
{
    static constexpr std::size_t bytes = std::size_t{4} << 20; ///< of the file; it is not even opened beyond
    static constexpr std::size_t depth = 40; ///< nested levels, counted while they are read
    static constexpr std::size_t nodes = 100'000; ///< values, those of expanded aliases included
    static constexpr std::size_t text = std::size_t{16} << 20; ///< bytes of text, expanded aliases included
};

/// Reads one YAML 1.1 document; `warnings` takes duplicate keys. A null root is "empty".
[[nodiscard]] Result<Node> parseYaml(
    std::string_view text, const std::shared_ptr<const Source> &source, std::vector<Error> &warnings);

} // namespace atelier

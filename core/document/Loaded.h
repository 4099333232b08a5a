#pragma once

#include "core/document/DocumentTree.h"

#include <optional>
#include <string_view>
#include <vector>

namespace atelier {

/// What came of reading a document: the value, or every reason why there is none; warnings in either case.
template<typename T>
struct Loaded
{
    std::optional<T> value; ///< set exactly when there are no errors
    std::vector<Error> errors;
    std::vector<Error> warnings;
    Node tree; ///< what was read, component files included

    /// File, line and column of a dotted key path: turns the place of an error that the service found into
    /// the client's.
    [[nodiscard]] Location locate(std::string_view path) const { return atelier::locate(tree, path); }
};

} // namespace atelier

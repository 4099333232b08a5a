#pragma once

#include "core/base/Json.h"
#include "core/base/Result.h"
#include "core/document/DocumentTree.h"

namespace atelier {

/// The same tree from JSON; its nodes have no line. Refused beyond the depth and size that YAML may have.
[[nodiscard]] Result<Node> treeFromJson(const Json &json);

/// The node as JSON: numbers and booleans as such, dates as text.
[[nodiscard]] Json jsonFromTree(const Node &node);

/// A scalar as JSON; a number that JSON cannot keep exactly becomes text.
[[nodiscard]] Json scalarToJson(NodeKind kind, const std::string &text);

/// Adds a member without the linear search of `object[key]`; the caller knows that the key is new.
void append(Json &object, const std::string &key, Json value);

} // namespace atelier

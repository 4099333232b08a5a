#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace atelier {

/// JSON with keys in the order written: documents and answers keep their author's order.
using Json = nlohmann::ordered_json;

/// The object's text at `key`, or "" where it is absent or not text.
[[nodiscard]] std::string textAt(const Json &object, const char *key);

/// The object's integer at `key` (text of an integer counts, as protobuf writes int64), or `fallback`.
[[nodiscard]] std::int64_t integerAt(const Json &object, const char *key, std::int64_t fallback = 0);

/// JSON has no word for NaN and infinities: they are text, as MLflow writes them.
[[nodiscard]] Json numberJson(double value);
/// The number that `numberJson` wrote; NaN for all that is none.
[[nodiscard]] double numberOf(const Json &value);
/// The object's number at `key`, NaN where it is absent.
[[nodiscard]] double numberAt(const Json &object, const char *key);

/// Parses text of at most `maxDepth` nested levels; nothing where it is not JSON or too deep. Never throws.
[[nodiscard]] std::optional<Json> parseJson(std::string_view text, int maxDepth = 64);

/// Compact text; bytes that are not UTF-8 become U+FFFD instead of an exception.
[[nodiscard]] std::string toText(const Json &json, int indent = -1);

} // namespace atelier

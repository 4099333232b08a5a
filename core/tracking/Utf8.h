#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace atelier {

// Text from clients is valid UTF-8: the JSON parser and the HTTP layer saw to that. Bytes that are not count
// as one character each.

[[nodiscard]] std::size_t characterCount(std::string_view text);

/// Cuts the text after `limit` characters.
void cutTo(std::string &text, std::size_t limit);

/// A letter, digit or number of any script.
[[nodiscard]] bool isLetterOrDigit(char32_t character);

/// Whether all characters of the text are such.
[[nodiscard]] bool everyCharacter(std::string_view text, bool (*isGood)(char32_t));

} // namespace atelier

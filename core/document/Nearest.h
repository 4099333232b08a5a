#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace atelier {

/// The candidate that `word` is probably a slip of (case, or up to a third of its letters), or "".
[[nodiscard]] std::string nearest(std::string_view word, const std::vector<std::string_view> &candidates);

/// ` Did you mean 'x'?`, or "".
[[nodiscard]] std::string didYouMean(std::string_view word, const std::vector<std::string_view> &candidates);

/// At most `longest` bytes of a user's text for a message, whole characters, on one line.
[[nodiscard]] std::string excerpt(std::string_view text, std::size_t longest = 60);

/// `a, b, c`
[[nodiscard]] std::string listOf(const std::vector<std::string_view> &words);

} // namespace atelier

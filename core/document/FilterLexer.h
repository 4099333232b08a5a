#pragma once

#include "core/base/Result.h"

#include <string>
#include <string_view>
#include <vector>

namespace atelier {

/// A piece of a filter. `text` is what it means, without quotes; `written` is how it stands there.
struct FilterToken
{
    enum class Kind {
        Word, ///< an unquoted name or keyword
        Name, ///< a name of which a part is quoted: metrics."val loss"
        Text, ///< '…' or "…"
        Number,
        Comparator,
        Open,
        Close,
        Comma,
    };

    Kind kind;
    std::string text;
    std::string_view written;
    std::string entity; ///< of a Name: what stands before the quoted key
};

/// Cuts a filter into tokens; the text must outlive them.
[[nodiscard]] Result<std::vector<FilterToken>> filterTokens(std::string_view text);

[[nodiscard]] Error invalidFilter(std::string sentence);

} // namespace atelier

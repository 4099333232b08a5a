#include "core/domain/JobTag.h"

#include "core/base/Trimmed.h"

namespace atelier {

JobTag jobTag(std::string_view text)
{
    const std::size_t sign = text.find_first_of(":=");
    if (sign == std::string_view::npos || text.substr(sign).starts_with("://"))
        return {std::string(trimmed(text)), {}};
    return {std::string(trimmed(text.substr(0, sign))), std::string(trimmed(text.substr(sign + 1)))};
}

} // namespace atelier

#include "core/domain/JobTag.h"

namespace atelier {

namespace {

std::string withoutBlanks(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos)
        return {};
    return std::string(text.substr(first, text.find_last_not_of(blanks) - first + 1));
}

} // namespace

JobTag jobTag(std::string_view text)
{
    const std::size_t sign = text.find_first_of(":=");
    if (sign == std::string_view::npos || text.substr(sign).starts_with("://"))
        return {withoutBlanks(text), {}};
    return {withoutBlanks(text.substr(0, sign)), withoutBlanks(text.substr(sign + 1))};
}

} // namespace atelier

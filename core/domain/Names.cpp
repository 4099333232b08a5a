#include "core/domain/Names.h"

#include <algorithm>
#include <array>

namespace atelier {

namespace {

constexpr std::size_t longest = 255; // a file name's limit, and MLflow's for a run id

bool isLower(char c)
{
    return c >= 'a' && c <= 'z';
}

bool isLetter(char c)
{
    return isLower(c) || (c >= 'A' && c <= 'Z');
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

template<typename First, typename Rest>
bool matches(std::string_view text, First first, Rest rest)
{
    return !text.empty() && text.size() <= longest && first(text.front())
        && std::all_of(text.begin() + 1, text.end(), rest);
}

} // namespace

bool isJobName(std::string_view name)
{
    return matches(
        name, [](char c) { return isLetter(c) || isDigit(c); },
        [](char c) { return isLetter(c) || isDigit(c) || c == '_' || c == '-'; });
}

bool isStepName(std::string_view name)
{
    return matches(
        name, [](char c) { return isLower(c) || c == '_'; },
        [](char c) { return isLower(c) || isDigit(c) || c == '_'; });
}

bool isPortName(std::string_view name)
{
    if (name.size() > longest)
        return false;
    for (;;) {
        const std::size_t dot = name.find('.');
        if (!matches(
                name.substr(0, dot), [](char c) { return isLetter(c) || c == '_'; },
                [](char c) { return isLetter(c) || isDigit(c) || c == '_'; }))
            return false;
        if (dot == std::string_view::npos)
            return true;
        name.remove_prefix(dot + 1);
    }
}

bool isComponentName(std::string_view name)
{
    return isStepName(name) && name.front() != '_';
}

bool isAssetName(std::string_view name)
{
    const auto letterOrDigit = [](char c) { return isLetter(c) || isDigit(c); };
    return matches(
        name, letterOrDigit, [&](char c) { return letterOrDigit(c) || c == '.' || c == '_' || c == '-'; });
}

bool isReservedPortName(std::string_view name)
{
    static constexpr std::array<std::string_view, 7> reserved{
        "path", "ld_library_path", "user", "logname", "home", "pwd", "shell"};
    return std::find(reserved.begin(), reserved.end(), lowerCase(name)) != reserved.end();
}

std::string lowerCase(std::string_view text)
{
    std::string lower(text);
    for (char &c : lower)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

} // namespace atelier

#include "core/tracking/ArtifactPath.h"

#include "core/domain/Names.h"
#include "core/tracking/MlflowError.h"

#include <algorithm>

namespace atelier {

namespace {

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::string decoded(const std::string &text)
{
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool isEscape = text[i] == '%' && i + 2 < text.size() && hexDigit(text[i + 1]) >= 0
            && hexDigit(text[i + 2]) >= 0;
        plain += isEscape ? static_cast<char>(hexDigit(text[i + 1]) * 16 + hexDigit(text[i + 2])) : text[i];
        i += isEscape ? 2 : 0;
    }
    return plain;
}

/// Whether any part between slashes or backslashes is "." or "..".
bool hasDots(const std::string &path)
{
    for (std::size_t from = 0; from <= path.size();) {
        const std::size_t end = std::min(path.find_first_of("/\\", from), path.size());
        const std::string part = path.substr(from, end - from);
        if (part == "." || part == "..")
            return true;
        from = end + 1;
    }
    return false;
}

/// The address was decoded once already. Dots that another decoding would bring out are an attack, though
/// here they would be but a strange name.
bool hidesDots(std::string path)
{
    for (;;) {
        if (hasDots(path))
            return true;
        std::string next = decoded(path);
        if (next == path)
            return false;
        path = std::move(next);
    }
}

} // namespace

Result<void> checkArtifactPath(const std::string &path)
{
    const bool hasBadBytes = std::any_of(path.begin(), path.end(),
        [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F || c == '\\'; });
    if (hasBadBytes || (!path.empty() && path.front() == '/') || path.find("//") != std::string::npos
        || hidesDots(path))
        return invalidParameter("Invalid path");
    return {};
}

Result<std::optional<ArtifactPlace>> parseArtifactPlace(const std::string &path)
{
    using Place = std::optional<ArtifactPlace>;
    if (auto valid = checkArtifactPath(path); !valid)
        return valid.error();
    constexpr std::string_view folder = "artifacts";
    const std::size_t first = path.find('/');
    const std::size_t second = first == std::string::npos ? first : path.find('/', first + 1);
    if (second == std::string::npos)
        return Place();
    ArtifactPlace place{
        path.substr(0, first), path.substr(first + 1, second - first - 1), path.substr(second + 1)};
    if (place.path == folder)
        place.path.clear();
    else if (place.path.size() > folder.size() && place.path.compare(0, folder.size() + 1, "artifacts/") == 0)
        place.path.erase(0, folder.size() + 1);
    else
        return Place();
    while (!place.path.empty() && place.path.back() == '/')
        place.path.pop_back();
    return isJobName(place.run) ? Place(std::move(place)) : Place();
}

} // namespace atelier

#include "core/client/IgnoreRules.h"

#include <optional>

namespace atelier {

namespace {

std::vector<std::string_view> splitPath(std::string_view text)
{
    std::vector<std::string_view> parts;
    while (true) {
        const std::size_t slash = text.find('/');
        parts.push_back(text.substr(0, slash));
        if (slash == std::string_view::npos)
            return parts;
        text.remove_prefix(slash + 1);
    }
}

/// A bracket expression that begins at `pattern`: whether it takes the character, and its length.
struct Bracket
{
    bool isMatch = false;
    std::size_t length = 0;
};

std::optional<Bracket> matchBracket(std::string_view pattern, char c)
{
    std::size_t at = 1;
    const bool isNegated = at < pattern.size() && (pattern[at] == '!' || pattern[at] == '^');
    at += isNegated ? 1 : 0;
    bool isMatch = false;
    const std::size_t first = at;
    const auto literal = [&] {
        at += pattern[at] == '\\' && at + 1 < pattern.size() ? 1 : 0;
        return static_cast<unsigned char>(pattern[at++]);
    };
    while (at < pattern.size() && (pattern[at] != ']' || at == first)) {
        const unsigned char low = literal();
        unsigned char high = low;
        if (at + 1 < pattern.size() && pattern[at] == '-' && pattern[at + 1] != ']') {
            ++at;
            high = literal();
        }
        const auto wanted = static_cast<unsigned char>(c);
        isMatch = isMatch || (low <= wanted && wanted <= high);
    }
    if (at >= pattern.size())
        return std::nullopt;
    return Bracket{isMatch != isNegated, at + 1};
}

/// How many characters of the pattern take the one of the name; 0 for none.
std::size_t matchOne(std::string_view pattern, char c)
{
    if (pattern.front() == '?')
        return 1;
    if (pattern.front() == '[')
        if (const auto bracket = matchBracket(pattern, c))
            return bracket->isMatch ? bracket->length : 0;
    if (pattern.front() == '\\' && pattern.size() > 1)
        return pattern[1] == c ? 2 : 0;
    return pattern.front() == c ? 1 : 0;
}

/// Whether the path's segments fit the pattern's, where `**` stands for any number of them.
bool fitsSegments(const std::vector<std::string> &pattern, const std::vector<std::string_view> &path)
{
    // reachable[j]: the pattern so far takes exactly the first j segments.
    std::vector<bool> reachable(path.size() + 1, false);
    reachable[0] = true;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        std::vector<bool> next(path.size() + 1, false);
        const bool isAnyDepth = pattern[i] == "**";
        const bool isLast = i + 1 == pattern.size();
        bool hasBegun = false;
        for (std::size_t j = 0; j <= path.size(); ++j) {
            if (isAnyDepth) {
                // At the end `**` stands for what is inside a folder, not for the folder itself.
                next[j] = isLast ? hasBegun : hasBegun || reachable[j];
                hasBegun = hasBegun || reachable[j];
            } else {
                next[j] = j > 0 && reachable[j - 1] && fitsPattern(pattern[i], path[j - 1]);
            }
        }
        reachable = std::move(next);
    }
    return reachable[path.size()];
}

} // namespace

bool fitsPattern(std::string_view pattern, std::string_view name)
{
    std::size_t p = 0;
    std::size_t n = 0;
    std::size_t starPattern = std::string_view::npos;
    std::size_t starName = 0;
    while (n < name.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            starPattern = ++p;
            starName = n;
            continue;
        }
        const std::size_t taken = p < pattern.size() ? matchOne(pattern.substr(p), name[n]) : 0;
        if (taken > 0) {
            p += taken;
            ++n;
        } else if (starPattern != std::string_view::npos) {
            p = starPattern; // the star takes one character more
            n = ++starName;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*')
        ++p;
    return p == pattern.size();
}

IgnoreRules::IgnoreRules(std::string_view text)
{
    if (text.substr(0, 3) == "\xEF\xBB\xBF")
        text.remove_prefix(3);
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        addLine(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
}

void IgnoreRules::addLine(std::string_view line)
{
    if (!line.empty() && line.back() == '\r')
        line.remove_suffix(1);
    while (!line.empty() && line.back() == ' ' && (line.size() < 2 || line[line.size() - 2] != '\\'))
        line.remove_suffix(1);
    if (line.empty() || line.front() == '#')
        return;
    Rule rule;
    if (line.front() == '!') {
        rule.isNegated = true;
        line.remove_prefix(1);
    }
    if (!line.empty() && line.back() == '/') {
        rule.isForFoldersOnly = true;
        line.remove_suffix(1);
    }
    rule.isAnchored = line.find('/') != std::string_view::npos;
    if (!line.empty() && line.front() == '/')
        line.remove_prefix(1);
    if (line.empty())
        return;
    for (const std::string_view segment : splitPath(line))
        rule.segments.emplace_back(segment);
    m_hasNegation = m_hasNegation || rule.isNegated;
    m_rules.push_back(std::move(rule));
}

bool IgnoreRules::matches(const Rule &rule, const std::vector<std::string_view> &path, Leaf leaf)
{
    std::vector<std::string_view> prefix;
    for (std::size_t i = 0; i < path.size(); ++i) {
        prefix.push_back(path[i]);
        const bool isFile = i + 1 == path.size() && leaf == Leaf::File;
        if (isFile && rule.isForFoldersOnly)
            continue;
        if (rule.isAnchored ? fitsSegments(rule.segments, prefix)
                            : fitsPattern(rule.segments.front(), prefix.back()))
            return true;
    }
    return false;
}

bool IgnoreRules::ignores(const std::vector<std::string_view> &path, Leaf leaf) const
{
    for (auto rule = m_rules.rbegin(); rule != m_rules.rend(); ++rule)
        if (matches(*rule, path, leaf))
            return !rule->isNegated;
    return false;
}

bool IgnoreRules::ignoresFile(std::string_view path) const
{
    return ignores(splitPath(path), Leaf::File);
}

bool IgnoreRules::ignoresAllBelow(std::string_view folder) const
{
    return !m_hasNegation && ignores(splitPath(folder), Leaf::Folder);
}

} // namespace atelier

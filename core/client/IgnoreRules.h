#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace atelier {

/// Which files of a code folder stay at home, by the lines of an ignore file as git reads them: the last line
/// that matches a file or a folder above it decides. Unlike git, a file below an ignored folder can be taken
/// back by a later `!` line, as the reference's own reader has it.
class IgnoreRules
{
public:
    IgnoreRules() = default;
    explicit IgnoreRules(std::string_view text);

    /// `path` of a file, relative to the folder, with slashes.
    [[nodiscard]] bool ignoresFile(std::string_view path) const;
    /// Nothing in that folder can be wanted, so that it need not be looked into.
    [[nodiscard]] bool ignoresAllBelow(std::string_view folder) const;

private:
    struct Rule
    {
        std::vector<std::string> segments;
        bool isNegated = false;
        bool isForFoldersOnly = false;
        bool isAnchored = false; ///< relative to the root, else any name at any depth
    };

    enum class Leaf { File, Folder };

    void addLine(std::string_view line);
    [[nodiscard]] bool ignores(const std::vector<std::string_view> &path, Leaf leaf) const;
    [[nodiscard]] static bool matches(const Rule &rule, const std::vector<std::string_view> &path, Leaf leaf);

    std::vector<Rule> m_rules;
    bool m_hasNegation = false;
};

/// Whether one name (no slashes) fits a pattern of `*`, `?`, `[…]` and `\` escapes.
[[nodiscard]] bool fitsPattern(std::string_view pattern, std::string_view name);

} // namespace atelier

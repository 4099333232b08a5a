#pragma once

#include "core/base/Error.h"
#include "core/document/DocumentTree.h"

#include <string>
#include <string_view>
#include <vector>

namespace atelier {

/// The text of a YAML file, UTF-8 without its byte order mark, and where its lines begin. Borrows the text.
class YamlText
{
public:
    explicit YamlText(std::string_view text);

    /// `index` counts code points from 0, as libyaml's marks do. Lines are those that editors count (LF,
    /// CRLF).
    [[nodiscard]] Place place(std::size_t index) const;
    [[nodiscard]] Place placeOfByte(std::size_t offset) const;
    [[nodiscard]] std::string_view line(int number) const;
    [[nodiscard]] std::string_view text() const { return m_text; }

private:
    struct LineStart
    {
        std::size_t codePoint;
        std::size_t byte;
    };

    std::string_view m_text;
    std::vector<LineStart> m_starts;
};

/// One sentence for what libyaml's scanner or parser says, with what to write instead.
[[nodiscard]] std::string syntaxSentence(std::string_view problem, const YamlText &text, Place place);

/// Whether the line holds a `{{…}}` or `{%…%}` that a template engine should have replaced.
[[nodiscard]] bool isTemplateLine(std::string_view line);

inline constexpr std::string_view templateSentence = "This line is a template: what stands in `{{…}}` must "
                                                     "be replaced by a value before the file is a document.";

} // namespace atelier

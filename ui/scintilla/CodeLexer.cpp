#include "ui/scintilla/CodeLexer.h"

#include "ui/scintilla/RLexer.h"

#include <Qsci/qscilexerbash.h>
#include <Qsci/qscilexercmake.h>
#include <Qsci/qscilexercpp.h>
#include <Qsci/qscilexerhtml.h>
#include <Qsci/qscilexerjson.h>
#include <Qsci/qscilexermarkdown.h>
#include <Qsci/qscilexerproperties.h>
#include <Qsci/qscilexerpython.h>
#include <Qsci/qscilexersql.h>
#include <Qsci/qscilexeryaml.h>

#include <vector>

namespace atelier::ui {

namespace {

constexpr ColorRole keyword = &Colors::syntaxKeyword;
constexpr ColorRole string = &Colors::syntaxString;
constexpr ColorRole number = &Colors::syntaxNumber;
constexpr ColorRole comment = &Colors::syntaxComment;
constexpr ColorRole function = &Colors::syntaxFunction;
constexpr ColorRole type = &Colors::syntaxType;

struct StyleColor
{
    ColorRole role;
    std::vector<int> styles;
};
using StyleColors = std::vector<StyleColor>;

// What is not listed has the color of text.
StyleColors pythonColors()
{
    using L = QsciLexerPython;
    return {{keyword, {L::Keyword}}, {number, {L::Number}}, {comment, {L::Comment, L::CommentBlock}},
        {type, {L::ClassName, L::Decorator}}, {function, {L::FunctionMethodName}},
        {string,
            {L::DoubleQuotedString, L::SingleQuotedString, L::TripleSingleQuotedString,
                L::TripleDoubleQuotedString, L::UnclosedString, L::DoubleQuotedFString,
                L::SingleQuotedFString, L::TripleSingleQuotedFString, L::TripleDoubleQuotedFString}}};
}

StyleColors yamlColors()
{
    using L = QsciLexerYAML;
    return {{function, {L::Identifier}}, {keyword, {L::Keyword, L::DocumentDelimiter}}, {number, {L::Number}},
        {type, {L::Reference}}, {comment, {L::Comment}}, {string, {L::TextBlockMarker}}};
}

StyleColors jsonColors()
{
    using L = QsciLexerJSON;
    return {{function, {L::Property}}, {keyword, {L::Keyword, L::KeywordLD}}, {number, {L::Number}},
        {comment, {L::CommentLine, L::CommentBlock}}, {type, {L::EscapeSequence}},
        {string, {L::String, L::UnclosedString, L::IRI, L::IRICompact}}};
}

StyleColors shellColors()
{
    using L = QsciLexerBash;
    return {{keyword, {L::Keyword}}, {number, {L::Number}}, {comment, {L::Comment}},
        {type, {L::Scalar, L::ParameterExpansion}},
        {string,
            {L::DoubleQuotedString, L::SingleQuotedString, L::Backticks, L::HereDocumentDelimiter,
                L::SingleQuotedHereDocument}}};
}

StyleColors rColors()
{
    using L = RLexer;
    return {{keyword, {L::Keyword}}, {function, {L::BaseFunction, L::OtherFunction}}, {number, {L::Number}},
        {comment, {L::Comment}}, {string, {L::String, L::String2}}};
}

StyleColors cppColors()
{
    using L = QsciLexerCPP;
    return {{keyword, {L::Keyword, L::PreProcessor}}, {type, {L::KeywordSet2, L::GlobalClass}},
        {number, {L::Number, L::UserLiteral}},
        {comment,
            {L::Comment, L::CommentLine, L::CommentDoc, L::CommentLineDoc, L::CommentDocKeyword,
                L::CommentDocKeywordError, L::PreProcessorComment, L::PreProcessorCommentLineDoc}},
        {string,
            {L::DoubleQuotedString, L::SingleQuotedString, L::UnclosedString, L::VerbatimString, L::RawString,
                L::Regex, L::TripleQuotedVerbatimString, L::HashQuotedString, L::EscapeSequence}}};
}

StyleColors sqlColors()
{
    using L = QsciLexerSQL;
    return {{keyword, {L::Keyword, L::PlusKeyword}}, {number, {L::Number}},
        {comment, {L::Comment, L::CommentLine, L::CommentDoc, L::CommentLineHash}},
        {type, {L::QuotedIdentifier, L::KeywordSet5, L::KeywordSet6}},
        {string, {L::DoubleQuotedString, L::SingleQuotedString}}};
}

StyleColors markdownColors()
{
    using L = QsciLexerMarkdown;
    return {{function, {L::Header1, L::Header2, L::Header3, L::Header4, L::Header5, L::Header6}},
        {keyword,
            {L::StrongEmphasisAsterisks, L::StrongEmphasisUnderscores, L::UnorderedListItem,
                L::OrderedListItem}},
        {number, {L::EmphasisAsterisks, L::EmphasisUnderscores}}, {type, {L::Link}},
        {comment, {L::BlockQuote, L::StrikeOut, L::HorizontalRule}},
        {string, {L::CodeBackticks, L::CodeDoubleBackticks, L::CodeBlock}}};
}

StyleColors propertiesColors()
{
    using L = QsciLexerProperties;
    return {{keyword, {L::Section}}, {function, {L::Key}}, {comment, {L::Comment}}};
}

StyleColors cmakeColors()
{
    using L = QsciLexerCMake;
    return {{function, {L::Function}}, {type, {L::Variable, L::StringVariable}}, {number, {L::Number}},
        {comment, {L::Comment}},
        {keyword, {L::KeywordSet3, L::BlockWhile, L::BlockForeach, L::BlockIf, L::BlockMacro}},
        {string, {L::String, L::StringLeftQuote, L::StringRightQuote}}};
}

StyleColors markupColors()
{
    using L = QsciLexerHTML;
    return {{keyword, {L::Tag, L::UnknownTag, L::XMLTagEnd, L::XMLStart, L::XMLEnd}},
        {function, {L::Attribute, L::UnknownAttribute}}, {number, {L::HTMLNumber}}, {type, {L::Entity}},
        {comment, {L::HTMLComment, L::SGMLComment, L::JavaScriptComment, L::JavaScriptCommentLine}},
        {string,
            {L::HTMLDoubleQuotedString, L::HTMLSingleQuotedString, L::HTMLValue,
                L::JavaScriptDoubleQuotedString, L::JavaScriptSingleQuotedString, L::CDATA}}};
}

StyleColors colorsOf(CodeLanguage language)
{
    switch (language) {
    case CodeLanguage::Python:
        return pythonColors();
    case CodeLanguage::Yaml:
        return yamlColors();
    case CodeLanguage::Json:
        return jsonColors();
    case CodeLanguage::Shell:
        return shellColors();
    case CodeLanguage::R:
        return rColors();
    case CodeLanguage::Cpp:
        return cppColors();
    case CodeLanguage::Sql:
        return sqlColors();
    case CodeLanguage::Markdown:
        return markdownColors();
    case CodeLanguage::Properties:
        return propertiesColors();
    case CodeLanguage::CMake:
        return cmakeColors();
    case CodeLanguage::Markup:
        return markupColors();
    case CodeLanguage::Plain:
        break;
    }
    return {};
}

} // namespace

QsciLexer *makeLexer(CodeLanguage language, QObject *parent)
{
    switch (language) {
    case CodeLanguage::Python:
        return new QsciLexerPython(parent);
    case CodeLanguage::Yaml:
        return new QsciLexerYAML(parent);
    case CodeLanguage::Json:
        return new QsciLexerJSON(parent);
    case CodeLanguage::Shell:
        return new QsciLexerBash(parent);
    case CodeLanguage::R:
        return new RLexer(parent);
    case CodeLanguage::Cpp:
        return new QsciLexerCPP(parent);
    case CodeLanguage::Sql:
        return new QsciLexerSQL(parent);
    case CodeLanguage::Markdown:
        return new QsciLexerMarkdown(parent);
    case CodeLanguage::Properties:
        return new QsciLexerProperties(parent);
    case CodeLanguage::CMake:
        return new QsciLexerCMake(parent);
    case CodeLanguage::Markup:
        return new QsciLexerHTML(parent);
    case CodeLanguage::Plain:
        break;
    }
    return nullptr;
}

void applyLook(QsciLexer &lexer, CodeLanguage language, const Colors &colors, const QFont &font)
{
    lexer.setDefaultFont(font);
    lexer.setDefaultColor(colors.text);
    lexer.setDefaultPaper(colors.surface);
    lexer.setFont(font);
    lexer.setColor(colors.text);
    lexer.setPaper(colors.surface);
    for (const StyleColor &row : colorsOf(language))
        for (const int style : row.styles)
            lexer.setColor(colors.*row.role, style);
}

} // namespace atelier::ui

#include "core/base/Json.h"
#include "core/document/Codec.h"
#include "core/document/JsonTree.h"
#include "core/document/Nearest.h"
#include "core/domain/Literal.h"
#include "core/domain/Names.h"

#include <cmath>
#include <limits>

namespace atelier {

namespace {

std::string shown(const Node &node)
{
    if (node.kind == NodeKind::Null)
        return "has no value";
    if (!node.isScalar())
        return "is " + std::string(nounOf(node.kind));
    const std::string &written = node.kind == NodeKind::Text ? node.text : node.written;
    return "is " + std::string(nounOf(node.kind)) + ", '" + excerpt(written) + "'";
}

/// The one scalar of a text field, or nothing after a complaint.
std::optional<std::string> readText(const Reading &from)
{
    const Node &node = from.node;
    const bool isNumber = node.kind == NodeKind::Integer || node.kind == NodeKind::Number;
    if (node.kind == NodeKind::Text)
        return node.text;
    if (from.notes.accepts == Accepts::AnyScalar && (isNumber || node.kind == NodeKind::Boolean))
        return node.text;
    if (from.notes.accepts == Accepts::NumbersToo && isNumber)
        return node.text;
    if (node.isScalar() && node.kind != NodeKind::Null)
        from.refuse("text", "Put it in quotes: \"" + excerpt(node.written) + "\".");
    else
        from.refuse("text");
    return std::nullopt;
}

std::optional<double> numberOf(const Node &node)
{
    if (node.kind == NodeKind::Boolean || node.kind == NodeKind::Date || !node.isScalar())
        return std::nullopt;
    return numberFromText(node.text);
}

/// Whole seconds or counts: text of an integer counts, a fraction is cut off, `1e3` and booleans are refused.
std::optional<std::int64_t> integerOf(const Reading &from)
{
    const Node &node = from.node;
    if (node.kind == NodeKind::Integer || node.kind == NodeKind::Text)
        return integerFromText(node.text);
    if (node.kind != NodeKind::Number)
        return std::nullopt;
    const auto number = numberFromText(node.text);
    constexpr double largest = 9e18;
    if (!number || std::abs(*number) > largest)
        return std::nullopt;
    const auto whole = static_cast<std::int64_t>(*number);
    if (static_cast<double>(whole) != *number)
        from.problems.warning("document.truncated", from.path,
            "'" + from.path + "' is an integer: " + node.written + " is taken as " + std::to_string(whole)
                + ".");
    return whole;
}

std::string bindingAdvice(const Node &node)
{
    return node.kind == NodeKind::Text && node.text.find("${{") != std::string::npos
        ? "Expressions are replaced only in inputs, outputs, commands and `compute`: write the value itself."
        : std::string();
}

bool isBelowLeast(const Reading &from, double value)
{
    if (!from.notes.least || value >= *from.notes.least)
        return false;
    const auto least = static_cast<std::int64_t>(*from.notes.least);
    from.refuse("at least " + std::to_string(least));
    return true;
}

/// The text of an enum's value in the case of its list, or nothing after a complaint.
std::optional<std::string> readChoice(const Reading &from)
{
    if (from.node.kind != NodeKind::Text) {
        // `off` and `no` are booleans in YAML 1.1, so an enum's value may need quotes.
        const auto text = readText(from);
        return text ? std::nullopt : text;
    }
    const auto &choices = from.notes.choices;
    const std::string wanted = from.notes.isExactCase ? from.node.text : lowerCase(from.node.text);
    for (const std::string_view choice : choices)
        if (choice == wanted)
            return wanted;
    const std::vector<std::string_view> all(choices.begin(), choices.end());
    from.problems.error("document.not-in-set", from.path,
        "'" + from.path + "' must be one of " + listOf(all) + ", but is '" + excerpt(from.node.text) + "'."
            + didYouMean(from.node.text, all),
        {{"key", from.path}, {"value", excerpt(from.node.text)}, {"nearest", nearest(from.node.text, all)}});
    return std::nullopt;
}

Json enumSchema(const FieldNotes &notes)
{
    Json all = Json::array();
    for (const std::string_view choice : notes.choices)
        all.push_back(choice);
    return withHelp(notes, {{"type", "string"}, {"enum", std::move(all)}});
}

} // namespace

Json withHelp(const FieldNotes &notes, Json schema)
{
    if (!notes.help.empty())
        schema["description"] = notes.help;
    return schema;
}

void Reading::refuse(const std::string &expectation, const std::string &advice) const
{
    if (problems.isFull())
        return problems.countUntold();
    std::string hint = advice.empty() ? bindingAdvice(node) : advice;
    if (node.kind == NodeKind::Null && hint.empty())
        hint = "Write one, or leave the key out.";
    problems.error("document.wrong-type", path,
        "'" + path + "' must be " + expectation + ", but " + shown(node) + "."
            + (hint.empty() ? "" : " " + hint),
        {{"key", path}, {"expected", expectation}});
}

void Codec<std::string>::read(const Reading &from, std::string &into)
{
    auto text = readText(from);
    if (!text)
        return;
    if (from.notes.rule && !from.notes.rule->holds(*text)) {
        from.problems.error("document.rule", from.path,
            "'" + from.path + "' is '" + excerpt(*text) + "', but must "
                + std::string(from.notes.rule->sentence) + ".",
            {{"key", from.path}, {"value", excerpt(*text)}});
        return;
    }
    into = std::move(*text);
}

Json Codec<std::string>::schema(const FieldNotes &notes)
{
    Json schema{{"type", "string"}};
    if (notes.rule && !notes.rule->pattern.empty())
        schema["pattern"] = notes.rule->pattern;
    return withHelp(notes, std::move(schema));
}

void Codec<bool>::read(const Reading &from, bool &into)
{
    const Node &node = from.node;
    const bool isOneOrZero = node.kind == NodeKind::Integer || node.kind == NodeKind::Text;
    if (node.kind == NodeKind::Boolean || node.kind == NodeKind::Text)
        if (const auto value = booleanFromText(node.text)) {
            into = *value;
            return;
        }
    if (isOneOrZero && (node.text == "1" || node.text == "0"))
        into = node.text == "1";
    else
        from.refuse("true or false");
}

Json Codec<bool>::schema(const FieldNotes &notes)
{
    return withHelp(notes, {{"type", "boolean"}});
}

void Codec<int>::read(const Reading &from, int &into)
{
    const auto value = integerOf(from);
    if (!value || *value < std::numeric_limits<int>::min() || *value > std::numeric_limits<int>::max())
        from.refuse("an integer");
    else if (!isBelowLeast(from, static_cast<double>(*value)))
        into = static_cast<int>(*value);
}

Json Codec<int>::schema(const FieldNotes &notes)
{
    Json schema{{"type", "integer"}};
    if (notes.least)
        schema["minimum"] = static_cast<std::int64_t>(*notes.least);
    return withHelp(notes, std::move(schema));
}

void Codec<std::optional<double>>::read(const Reading &from, std::optional<double> &into)
{
    if (const auto value = numberOf(from.node))
        into = value;
    else
        from.refuse("a number");
}

Json Codec<std::optional<double>>::schema(const FieldNotes &notes)
{
    return withHelp(notes, {{"type", "number"}});
}

void Codec<std::optional<std::string>>::read(const Reading &from, std::optional<std::string> &into)
{
    if (auto text = readText(from))
        into = std::move(text);
}

Json Codec<std::optional<std::string>>::schema(const FieldNotes &notes)
{
    return withHelp(notes, {{"type", Json::array({"string", "number", "boolean"})}});
}

void Codec<std::optional<std::chrono::seconds>>::read(
    const Reading &from, std::optional<std::chrono::seconds> &into)
{
    constexpr std::int64_t century = 3'200'000'000;
    const auto value = integerOf(from);
    if (!value || *value > century)
        from.refuse("a number of seconds");
    else if (!isBelowLeast(from, static_cast<double>(*value)))
        into = std::chrono::seconds(*value);
}

Json Codec<std::optional<std::chrono::seconds>>::schema(const FieldNotes &notes)
{
    return Codec<int>::schema(notes);
}

void Codec<PortType>::read(const Reading &from, PortType &into)
{
    if (from.node.kind == NodeKind::Text && from.node.text == "path") { // the folder type of older documents
        into = PortType::UriFolder;
        return;
    }
    if (const auto text = readChoice(from))
        into = portTypeFromName(*text).value_or(into);
}

Json Codec<PortType>::schema(const FieldNotes &notes)
{
    return enumSchema(notes);
}

void Codec<AccessMode>::read(const Reading &from, AccessMode &into)
{
    if (const auto text = readChoice(from))
        into = accessModeFromName(*text).value_or(into);
}

Json Codec<AccessMode>::schema(const FieldNotes &notes)
{
    return enumSchema(notes);
}

} // namespace atelier

#include "core/document/Expression.h"
#include "core/document/Nearest.h"
#include "core/document/Segments.h"
#include "core/document/ShellContext.h"

namespace atelier {

namespace {

Result<Placeholder> placeholderOf(std::string_view inside, bool inFragment)
{
    Placeholder placeholder{std::string(inside), {}, {}, inFragment};
    if (const auto input = afterPrefix(inside, "inputs."))
        placeholder.input = *input;
    else if (const auto output = afterPrefix(inside, "outputs."))
        placeholder.output = *output;
    else
        return invalidExpression("document.placeholder",
            "`${{" + excerpt(inside)
                + "}}` stands for nothing in a command: write `${{inputs.<name>}}` or "
                  "`${{outputs.<name>}}`.");
    return placeholder;
}

/// What a command's placeholder stands for, or nothing.
std::optional<std::string> valueOf(const Placeholder &placeholder, const CommandValues &values)
{
    const bool isInput = placeholder.output.empty();
    const auto &table = isInput ? values.inputs : values.outputs;
    const std::string &written = isInput ? placeholder.input : placeholder.output;
    const auto found = table.find(std::string(
        portNamed(written, [&](std::string_view port) { return table.count(std::string(port)) != 0; })));
    return found == table.end() ? std::nullopt : std::optional(found->second);
}

/// Which fragments, in their order, hold an input without a value.
std::vector<bool> droppedFragments(const std::vector<Segment> &segments, const CommandValues &values)
{
    std::vector<bool> dropped;
    bool inFragment = false;
    for (const Segment &segment : segments) {
        if (segment.kind == Segment::Kind::Open)
            dropped.push_back(false);
        if (segment.kind == Segment::Kind::Open || segment.kind == Segment::Kind::Close)
            inFragment = segment.kind == Segment::Kind::Open;
        if (segment.kind != Segment::Kind::Expression || !inFragment)
            continue;
        const Result<Placeholder> placeholder = placeholderOf(segment.text, true);
        if (placeholder && placeholder->output.empty() && !valueOf(*placeholder, values))
            dropped.back() = true;
    }
    return dropped;
}

Error withoutValue(const Placeholder &placeholder)
{
    return invalidExpression("document.no-value",
        "The command uses `${{" + excerpt(placeholder.expression)
            + "}}`, which has no value: give one, or put the part that needs it into `$[[ ]]`.");
}

} // namespace

std::string_view portNamed(std::string_view written, const std::function<bool(std::string_view)> &exists)
{
    constexpr std::string_view suffix = ".path";
    if (!exists(written) && written.ends_with(suffix))
        written.remove_suffix(suffix.size());
    return written;
}

Result<std::vector<Placeholder>> placeholdersIn(std::string_view command)
{
    const Result<std::vector<Segment>> segments = cutSegments(command, Fragments::Count);
    if (!segments)
        return segments.error();
    std::vector<Placeholder> placeholders;
    ShellContext context;
    bool inFragment = false;
    for (const Segment &segment : *segments) {
        if (segment.kind == Segment::Kind::Text)
            context.read(segment.text);
        if (segment.kind == Segment::Kind::Open || segment.kind == Segment::Kind::Close)
            inFragment = segment.kind == Segment::Kind::Open;
        if (segment.kind != Segment::Kind::Expression)
            continue;
        Result<Placeholder> placeholder = placeholderOf(segment.text, inFragment);
        if (!placeholder)
            return placeholder.error();
        if (const auto inserted = context.insert("", [](std::string_view) { return std::string(); });
            !inserted)
            return inserted.error();
        placeholders.push_back(*std::move(placeholder));
    }
    return placeholders;
}

Result<std::string> expandCommand(
    std::string_view command, const CommandValues &values, const ShellQuoter &quote)
{
    const Result<std::vector<Segment>> segments = cutSegments(command, Fragments::Count);
    if (!segments)
        return segments.error();
    const std::vector<bool> dropped = droppedFragments(*segments, values);
    std::string expanded;
    ShellContext context;
    std::size_t fragment = 0;
    bool isDropped = false;
    for (const Segment &segment : *segments) {
        if (segment.kind == Segment::Kind::Open)
            isDropped = dropped[fragment++];
        if (segment.kind == Segment::Kind::Close)
            isDropped = false;
        if (isDropped || segment.text.empty())
            continue;
        if (segment.kind == Segment::Kind::Text) {
            context.read(segment.text);
            expanded += segment.text;
            continue;
        }
        const Result<Placeholder> placeholder = placeholderOf(segment.text, false);
        if (!placeholder)
            return placeholder.error();
        const auto value = valueOf(*placeholder, values);
        if (!value)
            return withoutValue(*placeholder);
        Result<std::string> inserted = context.insert(*value, quote);
        if (!inserted)
            return inserted;
        expanded += *inserted;
    }
    return expanded;
}

} // namespace atelier

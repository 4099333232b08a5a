#include "core/document/Expression.h"

#include "core/document/Nearest.h"
#include "core/document/ShellContext.h"

#include <utility>

namespace atelier {

namespace {

/// A piece of a text: plain, the inside of `${{…}}`, or the marks around a fragment.
struct Segment
{
    enum class Kind { Text, Expression, Open, Close };

    Kind kind;
    std::string_view text;
};

Error invalid(std::string code, std::string sentence)
{
    return {ErrorKind::Invalid, std::move(code), std::move(sentence), {}, {}};
}

std::string_view trimmed(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

/// Cuts a text into segments; fragments are looked for in commands only.
class Cutter
{
public:
    Cutter(std::string_view text, bool hasFragments)
        : m_rest(text)
        , m_hasFragments(hasFragments)
    {
    }

    Result<std::vector<Segment>> cut()
    {
        while (!m_rest.empty())
            if (const Result<void> done = next(); !done)
                return done.error();
        if (m_inFragment)
            return invalid("document.fragment", "A fragment `$[[` is not closed: end it with `]]`.");
        return std::move(m_segments);
    }

private:
    Result<void> next()
    {
        const std::size_t expression = m_rest.find("${{");
        const std::size_t open = m_hasFragments ? m_rest.find("$[[") : std::string_view::npos;
        const std::size_t close = m_inFragment ? m_rest.find("]]") : std::string_view::npos;
        const std::size_t first = std::min({expression, open, close, m_rest.size()});
        take(Segment::Kind::Text, first);
        if (m_rest.empty())
            return {};
        if (first == expression)
            return takeExpression();
        if (first == open && m_inFragment)
            return invalid(
                "document.fragment", "A fragment `$[[ ]]` cannot hold another: close the first one before.");
        m_inFragment = first == open;
        m_segments.push_back({m_inFragment ? Segment::Kind::Open : Segment::Kind::Close, {}});
        m_rest.remove_prefix(std::string_view(m_inFragment ? "$[[" : "]]").size());
        return {};
    }

    Result<void> takeExpression()
    {
        const std::size_t end = m_rest.find("}}");
        const std::string_view inside = trimmed(m_rest.substr(0, end).substr(3));
        if (end == std::string_view::npos)
            return invalid("document.expression",
                "The expression '" + excerpt(m_rest) + "' is not closed: end it with `}}`.");
        if (inside.empty() || inside.find_first_of(" \t\r\n{}") != std::string_view::npos)
            return invalid("document.expression",
                "The expression '" + excerpt(m_rest.substr(0, end + 2))
                    + "' must hold one name, such as `${{inputs.rate}}`.");
        m_segments.push_back({Segment::Kind::Expression, inside});
        m_rest.remove_prefix(end + 2);
        return {};
    }

    void take(Segment::Kind kind, std::size_t length)
    {
        if (length > 0)
            m_segments.push_back({kind, m_rest.substr(0, length)});
        m_rest.remove_prefix(length);
    }

    std::string_view m_rest;
    bool m_hasFragments;
    bool m_inFragment = false;
    std::vector<Segment> m_segments;
};

Error unknownBinding(std::string_view inside)
{
    const bool isPlural = inside.starts_with("parents.");
    return invalid("document.binding",
        "`${{" + excerpt(inside) + "}}` is no binding"
            + (isPlural ? ": write `parent` instead of `parents`."
                        : ": write `${{parent.inputs.<name>}}`, `${{parent.outputs.<name>}}` or "
                          "`${{parent.jobs.<step>.outputs.<name>}}`."));
}

std::optional<std::string_view> afterPrefix(std::string_view text, std::string_view prefix)
{
    if (text.size() <= prefix.size() || !text.starts_with(prefix))
        return std::nullopt;
    return text.substr(prefix.size());
}

Result<Binding> bindingInside(std::string_view inside)
{
    if (const auto name = afterPrefix(inside, "parent.inputs."))
        return Binding(ParentInput{std::string(*name)});
    if (const auto name = afterPrefix(inside, "parent.outputs."))
        return Binding(ParentOutput{std::string(*name)});
    const auto rest = afterPrefix(inside, "parent.jobs.");
    if (!rest)
        return unknownBinding(inside);
    const std::string_view step = rest->substr(0, rest->find('.'));
    const std::string_view port = rest->substr(step.size());
    if (const auto name = afterPrefix(port, ".outputs."); name && !step.empty())
        return Binding(StepOutput{std::string(step), std::string(*name)});
    if (const auto name = afterPrefix(port, ".inputs."); name && !step.empty())
        return Binding(StepInput{std::string(step), std::string(*name)});
    return unknownBinding(inside);
}

Result<Placeholder> placeholderOf(std::string_view inside, bool inFragment)
{
    Placeholder placeholder{std::string(inside), {}, {}, inFragment};
    if (const auto input = afterPrefix(inside, "inputs."))
        placeholder.input = *input;
    else if (const auto output = afterPrefix(inside, "outputs."))
        placeholder.output = *output;
    else
        return invalid("document.placeholder",
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
    return invalid("document.no-value",
        "The command uses `${{" + excerpt(placeholder.expression)
            + "}}`, which has no value: give one, or put the part that needs it into `$[[ ]]`.");
}

} // namespace

bool hasExpression(std::string_view text)
{
    return text.find("${{") != std::string_view::npos;
}

std::optional<std::string> soleExpression(std::string_view text)
{
    if (!text.starts_with("${{"))
        return std::nullopt;
    const Result<std::vector<Segment>> segments = Cutter(text, false).cut();
    if (!segments || segments->size() != 1 || segments->front().kind != Segment::Kind::Expression)
        return std::nullopt;
    return std::string(segments->front().text);
}

std::string_view portNamed(std::string_view written, const std::function<bool(std::string_view)> &exists)
{
    constexpr std::string_view suffix = ".path";
    if (!exists(written) && written.ends_with(suffix))
        written.remove_suffix(suffix.size());
    return written;
}

Result<Binding> parseBinding(std::string_view text)
{
    const auto inside = soleExpression(text);
    return inside ? bindingInside(*inside) : unknownBinding(text);
}

Result<std::vector<Binding>> bindingsIn(std::string_view text)
{
    Result<std::vector<Segment>> segments = Cutter(text, false).cut();
    if (!segments)
        return segments.error();
    std::vector<Binding> bindings;
    for (const Segment &segment : *segments) {
        if (segment.kind != Segment::Kind::Expression)
            continue;
        Result<Binding> binding = bindingInside(segment.text);
        if (!binding)
            return binding.error();
        bindings.push_back(*std::move(binding));
    }
    return bindings;
}

Result<std::string> expandBindings(
    std::string_view text, const std::function<Result<std::string>(const Binding &)> &lookup)
{
    const Result<std::vector<Segment>> segments = Cutter(text, false).cut();
    if (!segments)
        return segments.error();
    std::string expanded;
    for (const Segment &segment : *segments) {
        if (segment.kind == Segment::Kind::Text) {
            expanded += segment.text;
            continue;
        }
        const Result<Binding> binding = bindingInside(segment.text);
        if (!binding)
            return binding.error();
        const Result<std::string> value = lookup(*binding);
        if (!value)
            return value.error();
        expanded += *value;
    }
    return expanded;
}

Result<std::vector<Placeholder>> placeholdersIn(std::string_view command)
{
    const Result<std::vector<Segment>> segments = Cutter(command, true).cut();
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
    const Result<std::vector<Segment>> segments = Cutter(command, true).cut();
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

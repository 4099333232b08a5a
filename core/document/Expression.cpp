#include "core/document/Expression.h"

#include "core/document/Nearest.h"
#include "core/document/Segments.h"

namespace atelier {

namespace {

Error unknownBinding(std::string_view inside)
{
    const bool isPlural = inside.starts_with("parents.");
    return invalidExpression("document.binding",
        "`${{" + excerpt(inside) + "}}` is no binding"
            + (isPlural ? ": write `parent` instead of `parents`."
                        : ": write `${{parent.inputs.<name>}}`, `${{parent.outputs.<name>}}` or "
                          "`${{parent.jobs.<step>.outputs.<name>}}`."));
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

} // namespace

bool hasExpression(std::string_view text)
{
    return text.find("${{") != std::string_view::npos;
}

std::optional<std::string> soleExpression(std::string_view text)
{
    if (!text.starts_with("${{"))
        return std::nullopt;
    const Result<std::vector<Segment>> segments = cutSegments(text, Fragments::AreText);
    if (!segments || segments->size() != 1 || segments->front().kind != Segment::Kind::Expression)
        return std::nullopt;
    return std::string(segments->front().text);
}

Result<Binding> parseBinding(std::string_view text)
{
    const auto inside = soleExpression(text);
    return inside ? bindingInside(*inside) : unknownBinding(text);
}

Result<std::vector<Binding>> bindingsIn(std::string_view text)
{
    Result<std::vector<Segment>> segments = cutSegments(text, Fragments::AreText);
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
    const Result<std::vector<Segment>> segments = cutSegments(text, Fragments::AreText);
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

} // namespace atelier

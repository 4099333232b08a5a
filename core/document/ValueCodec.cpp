#include "core/base/Json.h"
#include "core/document/Expression.h"
#include "core/document/KindCodec.h"
#include "core/document/Nearest.h"
#include "core/domain/Literal.h"

#include <cmath>

namespace atelier {

namespace {

PortType literalTypeOf(NodeKind kind)
{
    switch (kind) {
    case NodeKind::Boolean:
        return PortType::Boolean;
    case NodeKind::Integer:
        return PortType::Integer;
    case NodeKind::Number:
        return PortType::Number;
    default:
        return PortType::String;
    }
}

NodeKind kindOf(PortType type)
{
    switch (type) {
    case PortType::Boolean:
        return NodeKind::Boolean;
    case PortType::Integer:
        return NodeKind::Integer;
    case PortType::Number:
        return NodeKind::Number;
    default:
        return NodeKind::Text;
    }
}

void readLiteral(const Reading &from, InputValue &into)
{
    const Node &node = from.node;
    const bool isNotFinite = node.kind == NodeKind::Number && !numberFromText(node.text);
    if (!node.isScalar() || node.kind == NodeKind::Null) {
        from.refuse("text, a number, a boolean, or `{type, path}`");
    } else if (node.kind == NodeKind::Date || isNotFinite) {
        from.refuse(
            "text, a finite number or a boolean", "Put it in quotes: \"" + excerpt(node.written) + "\".");
    } else {
        into.type = literalTypeOf(node.kind);
        into.value = node.text;
    }
}

/// `{type: number, value: 1}` is how a component declares, not how a job gives.
bool refuseTypedLiteral(const Reading &from)
{
    const Node *type = from.node.find("type");
    const auto named = type ? portTypeFromName(lowerCase(type->text)) : std::nullopt;
    if (!named || !isLiteral(*named))
        return false;
    from.problems.error("document.typed-literal", below(from.path, "type"),
        "A literal is given as it is: write the value itself after '" + from.path + ":', without `type`.",
        {{"key", from.path}});
    return true;
}

} // namespace

void Codec<InputValue>::read(const Reading &from, InputValue &into)
{
    if (from.node.kind != NodeKind::Mapping) {
        readLiteral(from, into);
        return;
    }
    if (refuseTypedLiteral(from))
        return;
    if (const Node *value = from.node.find("value"); value && from.node.members.size() == 1) {
        readLiteral({*value, below(from.path, "value"), from.notes, from.problems}, into);
        return;
    }
    into.isObject = true;
    readObject(from.node, from.path, into, from.problems);
}

Json Codec<InputValue>::write(const InputValue &value)
{
    if (!value.isObject)
        return scalarToJson(kindOf(value.type), value.value);
    Json object{{"type", name(value.type)}, {"path", value.value}};
    if (value.mode != InputValue{}.mode)
        object["mode"] = name(value.mode);
    return object;
}

Json Codec<InputValue>::schema(const FieldNotes &)
{
    Json literal{{"type", Json::array({"string", "integer", "number", "boolean"})}};
    return {{"oneOf", Json::array({std::move(literal), schemaOf<InputValue>()})}};
}

void Codec<OutputValue>::read(const Reading &from, OutputValue &into)
{
    if (from.node.kind == NodeKind::Null)
        return;
    if (from.node.kind == NodeKind::Text && soleExpression(from.node.text)) {
        into.binding = from.node.text;
        return;
    }
    if (from.node.kind != NodeKind::Mapping) {
        from.refuse("nothing, `{type, mode, path, name, version}`, or in a step `${{parent.outputs.name}}`");
        return;
    }
    readObject(from.node, from.path, into, from.problems);
    if (soleExpression(into.path))
        into.binding = std::exchange(into.path, {});
}

Json Codec<OutputValue>::write(const OutputValue &value)
{
    Json object = writeObject(value);
    if (!value.binding.empty())
        object["path"] = value.binding;
    return object.empty() ? Json() : object;
}

Json Codec<OutputValue>::schema(const FieldNotes &)
{
    return {
        {"oneOf", Json::array({Json{{"type", "null"}}, Json{{"type", "string"}}, schemaOf<OutputValue>()})}};
}

} // namespace atelier

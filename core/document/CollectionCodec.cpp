#include "core/base/Json.h"
#include "core/base/Named.h"
#include "core/document/Codec.h"
#include "core/document/JsonTree.h"
#include "core/document/Nearest.h"

namespace atelier {

void Codec<std::vector<std::string>>::read(const Reading &from, std::vector<std::string> &into)
{
    if (from.node.kind != NodeKind::Sequence) {
        from.refuse("a list");
        return;
    }
    FieldNotes each = from.notes;
    for (std::size_t i = 0; i < from.node.items.size(); ++i) {
        const std::string path = below(from.path, std::to_string(i));
        std::optional<std::string> text;
        Codec<std::optional<std::string>>::read({from.node.items[i], path, each, from.problems}, text);
        if (text)
            into.push_back(std::move(*text));
    }
}

Json Codec<std::vector<std::string>>::schema(const FieldNotes &notes)
{
    return withHelp(notes, {{"type", "array"}, {"items", {{"type", "string"}}}});
}

void Codec<Named<std::string>>::read(const Reading &from, Named<std::string> &into)
{
    if (from.node.kind != NodeKind::Mapping) {
        from.refuse("a mapping of names to text");
        return;
    }
    for (const Member &member : from.node.members) {
        std::optional<std::string> text;
        if (member.value.kind == NodeKind::Null)
            text = "";
        else
            Codec<std::optional<std::string>>::read(
                {member.value, below(from.path, member.key), from.notes, from.problems}, text);
        if (text)
            into.append(member.key, std::move(*text));
    }
}

Json Codec<Named<std::string>>::write(const Named<std::string> &value)
{
    Json object = Json::object();
    for (const auto &[key, text] : value)
        append(object, key, text);
    return object;
}

Json Codec<Named<std::string>>::schema(const FieldNotes &notes)
{
    return withHelp(notes, {{"type", "object"}, {"additionalProperties", {{"type", "string"}}}});
}

void Codec<Json>::read(const Reading &from, Json &into)
{
    if (from.node.kind != NodeKind::Text && from.node.kind != NodeKind::Mapping) {
        from.refuse("text or a mapping");
        return;
    }
    if (from.node.kind == NodeKind::Text && from.notes.rule && !from.notes.rule->holds(from.node.text)) {
        from.problems.error("document.rule", from.path,
            "'" + from.path + "' is '" + excerpt(from.node.text) + "', but must "
                + std::string(from.notes.rule->sentence) + ".",
            {{"key", from.path}, {"value", excerpt(from.node.text)}});
        return;
    }
    into = jsonFromTree(from.node);
}

Json Codec<Json>::schema(const FieldNotes &notes)
{
    return withHelp(notes, {{"type", Json::array({"string", "object"})}});
}

void Codec<Code>::read(const Reading &from, Code &into)
{
    if (from.node.kind == NodeKind::Text && !from.node.text.empty()) {
        into.path = from.node.text;
        return;
    }
    const Node *path = from.node.find("path");
    const Node *snapshot = from.node.find("snapshot");
    for (const Node *part : {path, snapshot})
        if (part && part->kind != NodeKind::Text)
            path = nullptr;
    if (!path) {
        from.refuse("the path of a folder or file");
        return;
    }
    into = {path->text, snapshot ? snapshot->text : std::string()};
}

Json Codec<Code>::write(const Code &value)
{
    Json object = Json::object();
    if (!value.path.empty())
        object["path"] = value.path;
    if (!value.snapshot.empty())
        object["snapshot"] = value.snapshot;
    return object;
}

Json Codec<Code>::schema(const FieldNotes &notes)
{
    Json object{{"type", "object"},
        {"properties", {{"path", {{"type", "string"}}}, {"snapshot", {{"type", "string"}}}}},
        {"required", Json::array({"path"})}, {"additionalProperties", false}};
    return withHelp(notes, {{"oneOf", Json::array({Json{{"type", "string"}}, std::move(object)})}});
}

} // namespace atelier

#include "core/document/JsonTree.h"

#include "core/document/YamlParser.h"
#include "core/domain/Literal.h"

#include <unordered_set>

namespace atelier {

namespace {

constexpr std::size_t deepest = YamlLimits::depth + 8; // component files stand deeper once they are inline
constexpr std::size_t mostNodes = 2 * YamlLimits::nodes; // and a canonical document says more

class JsonReader
{
public:
    Result<Node> read(const Json &json)
    {
        Node root;
        if (!node(json, 1, root))
            return Error{ErrorKind::Invalid, "document.too-large",
                "The document is nested too deep, has too many values, or holds a zero byte.", {}, {}};
        return root;
    }

private:
    bool node(const Json &json, std::size_t depth, Node &into)
    {
        into.source = m_source;
        if (depth > deepest || ++m_nodes > mostNodes)
            return false;
        if (json.is_object())
            return mapping(json, depth, into);
        if (json.is_array()) {
            into.kind = NodeKind::Sequence;
            for (const Json &item : json)
                if (!node(item, depth + 1, into.items.emplace_back()))
                    return false;
            return true;
        }
        scalar(json, into);
        return into.text.find('\0') == std::string::npos;
    }

    bool mapping(const Json &json, std::size_t depth, Node &into)
    {
        into.kind = NodeKind::Mapping;
        std::unordered_set<std::string> known;
        for (const auto &[key, value] : json.items()) {
            if (!known.insert(key).second) // nlohmann keeps the first only, but nothing promises it
                continue;
            Member member{key, {}, {}};
            if (!node(value, depth + 1, member.value))
                return false;
            into.members.push_back(std::move(member));
        }
        return true;
    }

    static void scalar(const Json &json, Node &into)
    {
        if (json.is_string()) {
            into.kind = NodeKind::Text;
            into.text = json.get<std::string>();
            return;
        }
        if (json.is_boolean()) {
            into.kind = NodeKind::Boolean;
            into.text = literalText(json.get<bool>());
        } else if (json.is_number_integer()) {
            into.kind = NodeKind::Integer;
            into.text = json.dump();
        } else if (json.is_number()) {
            into.kind = NodeKind::Number;
            into.text = literalText(json.get<double>());
        }
        into.written = json.dump();
    }

    std::shared_ptr<const Source> m_source = std::make_shared<const Source>();
    std::size_t m_nodes = 0;
};

} // namespace

Result<Node> treeFromJson(const Json &json)
{
    return JsonReader().read(json);
}

Json scalarToJson(NodeKind kind, const std::string &text)
{
    if (kind == NodeKind::Null)
        return nullptr;
    if (kind == NodeKind::Boolean)
        return booleanFromText(text).value_or(false);
    if (kind == NodeKind::Integer)
        if (const auto value = integerFromText(text))
            return *value;
    if (kind == NodeKind::Number)
        if (const auto value = numberFromText(text); value && literalText(*value) == text)
            return *value;
    return text;
}

Json jsonFromTree(const Node &node)
{
    if (node.kind == NodeKind::Mapping) {
        Json object = Json::object();
        for (const Member &member : node.members)
            append(object, member.key, jsonFromTree(member.value));
        return object;
    }
    if (node.kind == NodeKind::Sequence) {
        Json array = Json::array();
        for (const Node &item : node.items)
            array.push_back(jsonFromTree(item));
        return array;
    }
    return scalarToJson(node.kind, node.text);
}

void append(Json &object, const std::string &key, Json value)
{
    object.get_ref<Json::object_t &>().emplace_back(key, std::move(value));
}

} // namespace atelier

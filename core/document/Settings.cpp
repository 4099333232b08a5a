#include "core/document/Settings.h"

#include "core/document/Nearest.h"
#include "core/document/YamlParser.h"

#include <algorithm>
#include <charconv>

namespace atelier {

namespace {

constexpr std::size_t deepestPath = 20;

Error invalidSetting(const std::string &setting, std::string sentence)
{
    return {ErrorKind::Invalid, "document.setting", std::move(sentence), {},
        {"--set " + excerpt(setting), 0, 0, {}}};
}

Node valueOf(const std::string &text, const std::shared_ptr<const Source> &source)
{
    std::vector<Error> warnings;
    if (Result<Node> parsed = parseYaml(text, source, warnings))
        return *std::move(parsed);
    Node node;
    node.source = source;
    if (text != "null" && text != "~") {
        node.kind = NodeKind::Text;
        node.text = text;
    }
    return node;
}

/// The key of this mapping that the path begins with, keys with dots in them included; otherwise up to the
/// next dot.
std::string nextKey(const Node &node, std::string_view path)
{
    std::string_view best = path.substr(0, path.find('.'));
    for (const Member &member : node.members) {
        const bool fits = path.starts_with(member.key)
            && (path.size() == member.key.size() || path[member.key.size()] == '.');
        if (fits && member.key.size() > best.size())
            best = member.key;
    }
    return std::string(best);
}

Node *itemAt(Node &list, const std::string &key)
{
    std::size_t index = 0;
    const auto [end, problem] = std::from_chars(key.data(), key.data() + key.size(), index);
    const bool isIndex
        = problem == std::errc() && end == key.data() + key.size() && index < list.items.size();
    return isIndex ? &list.items[index] : nullptr;
}

} // namespace

Result<void> applySetting(Node &root, const std::string &setting)
{
    const std::size_t equals = setting.find('=');
    if (equals == std::string::npos || equals == 0)
        return invalidSetting(setting,
            "'" + excerpt(setting) + "' sets nothing: write `path=value`, such as `inputs.rate=0.1`.");
    std::error_code problem;
    const auto source = std::make_shared<const Source>(
        Source{"--set " + excerpt(setting), std::filesystem::current_path(problem)});
    std::string_view rest = std::string_view(setting).substr(0, equals);
    if (static_cast<std::size_t>(std::count(rest.begin(), rest.end(), '.')) >= deepestPath)
        return invalidSetting(setting, "The path of '" + excerpt(setting) + "' is deeper than any document.");
    Node *node = &root;
    while (!rest.empty()) {
        const std::string key = nextKey(*node, rest);
        if (key.empty())
            return invalidSetting(
                setting, "The path of '" + excerpt(setting) + "' has an empty key: remove the extra dot.");
        if (node->kind == NodeKind::Sequence) {
            node = itemAt(*node, key);
            if (!node)
                return invalidSetting(
                    setting, "The list has no item '" + excerpt(key) + "'; items count from 0.");
        } else {
            if (node->kind != NodeKind::Mapping) {
                *node = Node{};
                node->kind = NodeKind::Mapping;
                node->source = source;
            }
            if (!node->find(key))
                node->members.push_back({key, {}, {}});
            node = node->find(key);
        }
        rest = rest.size() > key.size() ? rest.substr(key.size() + 1) : std::string_view();
    }
    *node = valueOf(setting.substr(equals + 1), source);
    return {};
}

} // namespace atelier

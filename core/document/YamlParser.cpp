#include "core/document/YamlParser.h"

#include "core/document/YamlScalar.h"
#include "core/document/YamlSyntax.h"

#include <map>
#include <optional>
#include <unordered_map>
#include <utility>
#include <yaml.h>

namespace atelier {

namespace {

/// An event that frees itself.
class Event
{
public:
    Event() = default;
    ~Event() { yaml_event_delete(&m_event); }
    Event(const Event &) = delete;
    Event &operator=(const Event &) = delete;

    [[nodiscard]] yaml_event_t *get() { return &m_event; }
    [[nodiscard]] yaml_event_type_t type() const { return m_event.type; }
    [[nodiscard]] const yaml_event_t &operator*() const { return m_event; }

private:
    yaml_event_t m_event{};
};

std::string_view textOf(const yaml_char_t *text)
{
    return text ? std::string_view(reinterpret_cast<const char *>(text)) : std::string_view();
}

/// What expanding an alias costs.
struct Weight
{
    std::size_t nodes = 0;
    std::size_t text = 0;
};

struct Anchored
{
    Node node;
    Weight weight;
};

/// Pulls libyaml's events one by one, so that a limit stops it before the rest is scanned.
class TreeBuilder
{
public:
    TreeBuilder(std::string_view text, std::shared_ptr<const Source> source, std::vector<Error> &warnings)
        : m_text(text)
        , m_source(std::move(source))
        , m_warnings(warnings)
    {
        yaml_parser_initialize(&m_parser);
        yaml_parser_set_encoding(&m_parser, YAML_UTF8_ENCODING);
        yaml_parser_set_input_string(
            &m_parser, reinterpret_cast<const unsigned char *>(text.data()), text.size());
    }
    ~TreeBuilder() { yaml_parser_delete(&m_parser); }
    TreeBuilder(const TreeBuilder &) = delete;
    TreeBuilder &operator=(const TreeBuilder &) = delete;

    Result<Node> document();

private:
    [[nodiscard]] bool next(Event &event);
    [[nodiscard]] bool node(const Event &event, std::size_t depth, Node &into);
    [[nodiscard]] bool scalar(const yaml_event_t &event, Node &into);
    [[nodiscard]] bool sequence(std::size_t depth, Node &into);
    [[nodiscard]] bool mapping(std::size_t depth, Node &into);
    [[nodiscard]] bool key(const Event &event, Member &member, bool &isMerge);
    [[nodiscard]] bool merge(std::vector<Node> &sources, Node &into);
    [[nodiscard]] bool alias(const yaml_event_t &event, Node &into);
    [[nodiscard]] bool spend(const Weight &weight, Place place);
    [[nodiscard]] bool checkTag(const yaml_event_t &event);
    void warnOfDuplicate(const Member &member, Place first);

    bool fail(Place place, std::string code, std::string sentence);
    bool failByParser();
    [[nodiscard]] Place placeOf(const yaml_event_t &event) const
    {
        return m_text.place(event.start_mark.index);
    }

    YamlText m_text;
    std::shared_ptr<const Source> m_source;
    std::vector<Error> &m_warnings;
    yaml_parser_t m_parser{};
    std::map<std::string, Anchored, std::less<>> m_anchors;
    Weight m_spent;
    std::optional<Error> m_error;
};

bool TreeBuilder::fail(Place place, std::string code, std::string sentence)
{
    m_error = Error{ErrorKind::Invalid, std::move(code), std::move(sentence), {},
        {m_source->name, place.line, place.column, {}}};
    return false;
}

bool TreeBuilder::failByParser()
{
    if (m_parser.error == YAML_READER_ERROR)
        return fail(m_text.placeOfByte(m_parser.problem_offset), "document.encoding",
            "The file holds a byte or control character that UTF-8 text cannot have here: save it as UTF-8 "
            "text.");
    if (m_parser.error == YAML_MEMORY_ERROR)
        return fail({}, "document.memory", "There is not enough memory to read the file.");
    const Place place = m_text.place(m_parser.problem_mark.index);
    return fail(
        place, "document.syntax", syntaxSentence(m_parser.problem ? m_parser.problem : "", m_text, place));
}

bool TreeBuilder::next(Event &event)
{
    return yaml_parser_parse(&m_parser, event.get()) != 0 || failByParser();
}

bool TreeBuilder::spend(const Weight &weight, Place place)
{
    m_spent.nodes += weight.nodes;
    m_spent.text += weight.text;
    if (m_spent.nodes <= YamlLimits::nodes && m_spent.text <= YamlLimits::text)
        return true;
    return fail(place, "document.too-large",
        "The document has more than " + std::to_string(YamlLimits::nodes) + " values or "
            + std::to_string(YamlLimits::text >> 20)
            + " MiB of text once its aliases are expanded: split it, or use fewer aliases.");
}

bool TreeBuilder::checkTag(const yaml_event_t &event)
{
    const yaml_char_t *tag = event.type == YAML_SCALAR_EVENT ? event.data.scalar.tag
        : event.type == YAML_SEQUENCE_START_EVENT            ? event.data.sequence_start.tag
                                                             : event.data.mapping_start.tag;
    if (!tag || textOf(tag) == "!" || textOf(tag) == YAML_STR_TAG)
        return true;
    return fail(placeOf(event), "document.tag",
        "Tags such as `!name` are not supported: remove it, or put the text in quotes.");
}

bool TreeBuilder::scalar(const yaml_event_t &event, Node &into)
{
    const std::string_view text(
        reinterpret_cast<const char *>(event.data.scalar.value), event.data.scalar.length);
    if (text.find('\0') != std::string_view::npos)
        return fail(into.place, "document.zero-byte", "Text cannot hold a zero byte: remove the `\\0`.");
    if (!spend({1, text.size()}, into.place))
        return false;
    const bool isPlain = event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE && !event.data.scalar.tag;
    Scalar value = isPlain ? plainScalar(text) : Scalar{NodeKind::Text, std::string(text)};
    into.kind = value.kind;
    into.text = std::move(value.text);
    if (into.kind != NodeKind::Text)
        into.written = text;
    return true;
}

bool TreeBuilder::sequence(std::size_t depth, Node &into)
{
    into.kind = NodeKind::Sequence;
    for (;;) {
        Event event;
        if (!next(event))
            return false;
        if (event.type() == YAML_SEQUENCE_END_EVENT)
            return true;
        if (!node(event, depth + 1, into.items.emplace_back()))
            return false;
    }
}

bool TreeBuilder::key(const Event &event, Member &member, bool &isMerge)
{
    member.place = placeOf(*event);
    if (event.type() == YAML_SCALAR_EVENT) {
        member.key.assign(
            reinterpret_cast<const char *>((*event).data.scalar.value), (*event).data.scalar.length);
        isMerge = member.key == "<<" && (*event).data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
        return checkTag(*event) && spend({0, member.key.size()}, member.place);
    }
    if (isTemplateLine(m_text.line(member.place.line)))
        return fail(member.place, "document.template", std::string(templateSentence));
    return fail(member.place, "document.key",
        "A key must be text: write it as `name: value`, in quotes if it holds `{`, `[`, `*` or `?`.");
}

void TreeBuilder::warnOfDuplicate(const Member &member, Place first)
{
    constexpr std::size_t enough = 100;
    if (m_warnings.size() >= enough)
        return;
    m_warnings.push_back({ErrorKind::Invalid, "document.duplicate-key",
        "The key '" + member.key + "' stands here again, after line " + std::to_string(first.line)
            + ": the last one counts. Remove one of them.",
        {{"key", member.key}}, {m_source->name, member.place.line, member.place.column, {}}});
}

bool TreeBuilder::mapping(std::size_t depth, Node &into)
{
    into.kind = NodeKind::Mapping;
    std::unordered_map<std::string, std::size_t> known;
    std::vector<Node> merged;
    for (;;) {
        Event event;
        if (!next(event))
            return false;
        if (event.type() == YAML_MAPPING_END_EVENT)
            return merged.empty() || merge(merged, into);
        Member member;
        bool isMerge = false;
        Event value;
        if (!key(event, member, isMerge) || !next(value) || !node(value, depth + 1, member.value))
            return false;
        if (isMerge) {
            merged.push_back(std::move(member.value));
            continue;
        }
        const auto [position, isNew] = known.emplace(member.key, into.members.size());
        if (isNew) {
            into.members.push_back(std::move(member));
        } else {
            Member &earlier = into.members[position->second];
            warnOfDuplicate(member, earlier.place);
            earlier = std::move(member);
        }
    }
}

bool TreeBuilder::merge(std::vector<Node> &sources, Node &into)
{
    std::unordered_map<std::string, bool> known;
    for (const Member &member : into.members)
        known.emplace(member.key, true);
    std::vector<Node *> mappings;
    for (Node &node : sources) {
        if (node.kind == NodeKind::Sequence)
            for (Node &item : node.items)
                mappings.push_back(&item);
        else
            mappings.push_back(&node);
    }
    for (Node *mapping : mappings) {
        if (mapping->kind != NodeKind::Mapping)
            return fail(mapping->place, "document.merge",
                "`<<` takes the alias of a mapping, or a list of them: write `<<: *name`.");
        for (Member &member : mapping->members)
            if (known.emplace(member.key, true).second)
                into.members.push_back(std::move(member));
    }
    return true;
}

bool TreeBuilder::alias(const yaml_event_t &event, Node &into)
{
    const std::string_view name = textOf(event.data.alias.anchor);
    const auto anchored = m_anchors.find(name);
    if (anchored == m_anchors.end())
        return fail(placeOf(event), "document.alias",
            "The alias `*" + std::string(name) + "` stands before its anchor, or inside it: write `&"
                + std::string(name) + "` at a value above, or put the text in quotes.");
    if (!spend(anchored->second.weight, placeOf(event)))
        return false;
    into = anchored->second.node;
    return true;
}

bool TreeBuilder::node(const Event &event, std::size_t depth, Node &into)
{
    into.place = placeOf(*event);
    into.source = m_source;
    if (depth > YamlLimits::depth)
        return fail(into.place, "document.too-deep",
            "The document is nested deeper than " + std::to_string(YamlLimits::depth)
                + " levels: flatten it.");
    if (event.type() == YAML_ALIAS_EVENT)
        return alias(*event, into);
    if (!checkTag(*event))
        return false;
    const Weight before = m_spent;
    const yaml_char_t *anchor = nullptr;
    bool isRead = false;
    if (event.type() == YAML_SCALAR_EVENT) {
        anchor = (*event).data.scalar.anchor;
        isRead = scalar(*event, into);
    } else if (event.type() == YAML_SEQUENCE_START_EVENT) {
        anchor = (*event).data.sequence_start.anchor;
        isRead = spend({1, 0}, into.place) && sequence(depth, into);
    } else {
        anchor = (*event).data.mapping_start.anchor;
        isRead = spend({1, 0}, into.place) && mapping(depth, into);
    }
    if (!isRead)
        return false;
    if (anchor) {
        // Counted twice, as the anchor keeps a copy: nested anchors would otherwise cost depth times what is
        // spent.
        const Weight weight{m_spent.nodes - before.nodes, m_spent.text - before.text};
        if (!spend(weight, into.place))
            return false;
        m_anchors.insert_or_assign(std::string(textOf(anchor)), Anchored{into, weight});
    }
    return true;
}

Result<Node> TreeBuilder::document()
{
    Node root;
    for (bool isRead = false;;) {
        Event event;
        if (!next(event))
            return *m_error;
        if (event.type() == YAML_STREAM_END_EVENT)
            break;
        if (event.type() == YAML_STREAM_START_EVENT || event.type() == YAML_DOCUMENT_END_EVENT)
            continue;
        if (event.type() == YAML_DOCUMENT_START_EVENT) {
            if (isRead) {
                fail(placeOf(*event), "document.several",
                    "A second document begins here: keep one document in a file, without `---` between "
                    "parts.");
                return *m_error;
            }
            continue;
        }
        if (!node(event, 1, root))
            return *m_error;
        isRead = true;
    }
    if (root.kind == NodeKind::Null) {
        fail({1, 1}, "document.empty", "The document is empty: write at least one `key: value`.");
        return *m_error;
    }
    return root;
}

} // namespace

Result<Node> parseYaml(
    std::string_view text, const std::shared_ptr<const Source> &source, std::vector<Error> &warnings)
{
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    return TreeBuilder(text, source, warnings).document();
}

} // namespace atelier

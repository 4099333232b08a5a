#include "core/document/DocumentTree.h"

#include <charconv>

namespace atelier {

namespace {

/// The member that the path goes through next: the longest key that fits, as keys may hold dots themselves.
const Member *memberOn(const Node &mapping, std::string_view path)
{
    const Member *best = nullptr;
    for (const Member &member : mapping.members) {
        const bool fits = path.starts_with(member.key)
            && (path.size() == member.key.size() || path[member.key.size()] == '.');
        if (fits && (!best || member.key.size() > best->key.size()))
            best = &member;
    }
    return best;
}

std::string_view after(std::string_view path, std::size_t length)
{
    return path.size() > length ? path.substr(length + 1) : std::string_view();
}

/// Follows a path downwards, remembering the last place seen.
class Walk
{
public:
    explicit Walk(const Node &root)
        : m_node(&root)
        , m_place(root.place)
        , m_source(root.source.get())
    {
    }

    /// Takes one step; false where the path leaves the tree.
    bool step(std::string_view &rest, Aim aim)
    {
        if (m_node->kind == NodeKind::Mapping)
            return stepIntoMapping(rest, aim);
        if (m_node->kind != NodeKind::Sequence)
            return false;
        const std::string_view digits = rest.substr(0, rest.find('.'));
        std::size_t index = 0;
        const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), index);
        if (problem != std::errc() || end != digits.data() + digits.size() || index >= m_node->items.size())
            return false;
        enter(m_node->items[index]);
        rest = after(rest, digits.size());
        return true;
    }

    [[nodiscard]] Location location(std::string_view path) const
    {
        return {m_source ? m_source->name : std::string(), m_place.line, m_place.column, std::string(path)};
    }

private:
    bool stepIntoMapping(std::string_view &rest, Aim aim)
    {
        const Member *member = memberOn(*m_node, rest);
        if (!member) {
            // An inline step is read as a component: its fields are found a level higher than the path says.
            const bool isInline = rest.starts_with("component.");
            if (isInline)
                rest = after(rest, std::string_view("component").size());
            return isInline;
        }
        rest = after(rest, member->key.size());
        const Node &value = member->value;
        const bool isElsewhere = value.source != m_node->source;
        const bool byKey
            = (rest.empty() && aim == Aim::OfKey) || !value.isScalar() || value.kind == NodeKind::Null;
        if (byKey && !isElsewhere) {
            m_node = &value;
            m_place = member->place;
        } else {
            enter(value);
        }
        return true;
    }

    void enter(const Node &node)
    {
        m_node = &node;
        m_place = node.place;
        m_source = node.source.get();
    }

    const Node *m_node;
    Place m_place;
    const Source *m_source;
};

} // namespace

const Node *Node::find(std::string_view key) const
{
    for (const Member &member : members)
        if (member.key == key)
            return &member.value;
    return nullptr;
}

Node *Node::find(std::string_view key)
{
    return const_cast<Node *>(std::as_const(*this).find(key));
}

std::string_view nounOf(NodeKind kind)
{
    switch (kind) {
    case NodeKind::Null:
        return "nothing";
    case NodeKind::Text:
        return "text";
    case NodeKind::Boolean:
        return "a boolean";
    case NodeKind::Integer:
        return "an integer";
    case NodeKind::Number:
        return "a number";
    case NodeKind::Date:
        return "a date";
    case NodeKind::Sequence:
        return "a list";
    case NodeKind::Mapping:
        return "a mapping";
    }
    return {};
}

Location locate(const Node &root, std::string_view path, Aim aim)
{
    Walk walk(root);
    for (std::string_view rest = path; !rest.empty();)
        if (!walk.step(rest, aim))
            break;
    return walk.location(path);
}

std::string below(const std::string &path, std::string_view key)
{
    std::string child = path;
    if (!child.empty())
        child += '.';
    return child.append(key);
}

} // namespace atelier

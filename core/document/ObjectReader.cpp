#include "core/document/Nearest.h"
#include "core/document/ObjectCodec.h"

#include <algorithm>

namespace atelier {

ObjectReader::ObjectReader(const Node &node, std::string path, Problems &problems)
    : m_node(node)
    , m_path(std::move(path))
    , m_problems(problems)
{
    if (isMapping())
        return;
    if (m_path.empty())
        m_problems.error("document.wrong-type", m_path,
            "The document must be a mapping (`key: value`), but is " + std::string(nounOf(node.kind)) + ".");
    else
        Reading{node, m_path, {}, problems}.refuse("a mapping (`key: value` on lines of their own)");
}

const Node *ObjectReader::take(const FieldNotes &notes)
{
    m_known.push_back(notes.key);
    const Node *value = m_node.find(notes.key);
    if (value || !notes.isRequired)
        return value && value->isUnknown ? nullptr : value;
    const std::string where = m_path.empty() ? "The document" : "'" + m_path + "'";
    m_problems.error("document.missing", m_path,
        where + " needs the key '" + std::string(notes.key) + "': " + std::string(notes.help),
        {{"key", pathOf(notes.key)}});
    return nullptr;
}

void ObjectReader::take(const OtherKey &other)
{
    const bool isThere = m_node.find(other.key) != nullptr;
    if (other.treatment == OtherKey::Treatment::Dropped)
        m_dropped.push_back(other.key);
    else
        m_known.push_back(other.key);
    if (!isThere || other.treatment == OtherKey::Treatment::Dropped)
        return;
    const std::string path = pathOf(other.key);
    const std::string sentence(other.sentence);
    if (other.treatment == OtherKey::Treatment::Refused)
        m_problems.error("document.unsupported", path, "'" + path + "' is not supported: " + sentence,
            {{"key", path}}, Aim::OfKey);
    else
        m_problems.warning(
            "document.ignored", path, "'" + path + "' is ignored: " + sentence, {{"key", path}}, Aim::OfKey);
}

void ObjectReader::finish(UnknownKeys unknownKeys)
{
    for (const Member &member : m_node.members) {
        const auto isIn = [&](const std::vector<std::string_view> &keys) {
            return std::find(keys.begin(), keys.end(), member.key) != keys.end();
        };
        if (isIn(m_known) || isIn(m_dropped))
            continue;
        // Suggestions are dear, and nobody reads thousands of them.
        if (unknownKeys == UnknownKeys::Warned && m_problems.hasEnoughWarnings())
            continue;
        if (unknownKeys == UnknownKeys::Refused && m_problems.isFull())
            m_problems.countUntold();
        else
            reportUnknown(member.key, unknownKeys);
    }
}

void ObjectReader::reportUnknown(const std::string &key, UnknownKeys unknownKeys)
{
    const std::string path = pathOf(key);
    const std::string hint = didYouMean(key, m_known);
    ErrorArguments arguments{{"key", path}, {"nearest", nearest(key, m_known)}};
    if (unknownKeys == UnknownKeys::Refused)
        m_problems.error("document.unknown-key", path,
            "There is no key '" + excerpt(key) + "' here."
                + (hint.empty() ? " It can be: " + listOf(m_known) + "." : hint),
            std::move(arguments), Aim::OfKey);
    else
        m_problems.warning("document.unknown-key", path,
            "The key '" + excerpt(key) + "' is unknown and ignored." + hint, std::move(arguments),
            Aim::OfKey);
}

} // namespace atelier

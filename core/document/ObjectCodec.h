#pragma once

#include "core/base/Json.h"
#include "core/document/Codec.h"
#include "core/document/JsonTree.h"

#include <string_view>
#include <tuple>
#include <vector>

namespace atelier {

/// Reads the keys of one mapping, and knows at the end which nobody asked for.
class ObjectReader
{
public:
    ObjectReader(const Node &node, std::string path, Problems &problems);

    /// The value of a field; nothing, and an error if it is required, where the key is absent.
    [[nodiscard]] const Node *take(const FieldNotes &notes);
    void take(const OtherKey &other);
    /// Reports the keys that were not taken.
    void finish(UnknownKeys unknownKeys);

    [[nodiscard]] bool isMapping() const { return m_node.kind == NodeKind::Mapping; }
    [[nodiscard]] std::string pathOf(std::string_view key) const { return below(m_path, key); }
    [[nodiscard]] Problems &problems() { return m_problems; }

private:
    void reportUnknown(const std::string &key, UnknownKeys unknownKeys);

    const Node &m_node;
    std::string m_path;
    Problems &m_problems;
    std::vector<std::string_view> m_known; ///< all that may be written, for suggestions
    std::vector<std::string_view> m_dropped;
};

template<typename T, typename... Entries>
void readFields(ObjectReader &reader, T &into, const std::tuple<Entries...> &entries);

template<typename T, typename Owner, typename Value>
void readEntry(ObjectReader &reader, T &into, const Field<Owner, Value> &field)
{
    if (const Node *node = reader.take(field))
        Codec<Value>::read({*node, reader.pathOf(field.key), field, reader.problems()}, into.*field.member);
}

template<typename T, typename... Entries>
void readEntry(ObjectReader &reader, T &into, const Group<Entries...> &group)
{
    const FieldNotes notes{group.key, group.help, false, {}, {}, {}, false, {}};
    const Node *node = reader.take(notes);
    if (!node)
        return;
    ObjectReader inner(*node, reader.pathOf(group.key), reader.problems());
    if (!inner.isMapping())
        return;
    readFields(inner, into, group.fields);
    inner.finish(group.unknownKeys);
}

template<typename T, typename Owner, typename Part>
void readEntry(ObjectReader &reader, T &into, const Flat<Owner, Part> &flat)
{
    readFields(reader, into.*flat.part, Described<Part>::fields);
}

template<typename T>
void readEntry(ObjectReader &reader, T &, const OtherKey &other)
{
    reader.take(other);
}

template<typename T, typename... Entries>
void readFields(ObjectReader &reader, T &into, const std::tuple<Entries...> &entries)
{
    std::apply([&](const auto &...each) { (readEntry(reader, into, each), ...); }, entries);
}

template<typename T, typename... Entries>
void writeFields(Json &object, const T &from, const T &defaults, const std::tuple<Entries...> &entries);

template<typename T, typename Owner, typename Value>
void writeEntry(Json &object, const T &from, const T &defaults, const Field<Owner, Value> &field)
{
    Json value = Codec<Value>::write(from.*field.member);
    if (field.isRequired || value != Codec<Value>::write(defaults.*field.member))
        append(object, std::string(field.key), std::move(value));
}

template<typename T, typename... Entries>
void writeEntry(Json &object, const T &from, const T &defaults, const Group<Entries...> &group)
{
    Json inner = Json::object();
    writeFields(inner, from, defaults, group.fields);
    if (!inner.empty())
        append(object, std::string(group.key), std::move(inner));
}

template<typename T, typename Owner, typename Part>
void writeEntry(Json &object, const T &from, const T &defaults, const Flat<Owner, Part> &flat)
{
    writeFields(object, from.*flat.part, defaults.*flat.part, Described<Part>::fields);
}

template<typename T>
void writeEntry(Json &, const T &, const T &, const OtherKey &)
{
}

template<typename T, typename... Entries>
void writeFields(Json &object, const T &from, const T &defaults, const std::tuple<Entries...> &entries)
{
    std::apply([&](const auto &...each) { (writeEntry(object, from, defaults, each), ...); }, entries);
}

template<typename T>
void readObject(const Node &node, const std::string &path, T &into, Problems &problems)
{
    ObjectReader reader(node, path, problems);
    if (!reader.isMapping())
        return;
    readFields(reader, into, Described<T>::fields);
    reader.finish(Described<T>::unknownKeys);
}

/// Only what differs from the default, and what is required.
template<typename T>
[[nodiscard]] Json writeObject(const T &from)
{
    Json object = Json::object();
    writeFields(object, from, T{}, Described<T>::fields);
    return object;
}

} // namespace atelier

#pragma once

#include "core/base/Json.h"
#include "core/document/ObjectCodec.h"

namespace atelier {

/// The two parts of an object's schema that fields fill.
struct SchemaParts
{
    Json properties = Json::object();
    Json required = Json::array();
};

template<typename T, typename... Entries>
void describeFields(SchemaParts &parts, const T &defaults, const std::tuple<Entries...> &entries);

/// Closes what the fields filled into a schema.
[[nodiscard]] Json schemaOf(SchemaParts parts, UnknownKeys unknownKeys, std::string_view help);

template<typename T, typename Owner, typename Value>
void describeEntry(SchemaParts &parts, const T &defaults, const Field<Owner, Value> &field)
{
    Json schema = Codec<Value>::schema(field);
    Json fallback = Codec<Value>::write(defaults.*field.member);
    if (!field.isRequired && !fallback.is_null() && !fallback.empty() && fallback != Json(""))
        schema["default"] = std::move(fallback);
    if (field.isRequired)
        parts.required.push_back(field.key);
    append(parts.properties, std::string(field.key), std::move(schema));
}

template<typename T, typename... Entries>
void describeEntry(SchemaParts &parts, const T &defaults, const Group<Entries...> &group)
{
    SchemaParts inner;
    describeFields(inner, defaults, group.fields);
    append(
        parts.properties, std::string(group.key), schemaOf(std::move(inner), group.unknownKeys, group.help));
}

template<typename T, typename Owner, typename Part>
void describeEntry(SchemaParts &parts, const T &defaults, const Flat<Owner, Part> &flat)
{
    describeFields(parts, defaults.*flat.part, Described<Part>::fields);
}

template<typename T>
void describeEntry(SchemaParts &, const T &, const OtherKey &)
{
}

template<typename T, typename... Entries>
void describeFields(SchemaParts &parts, const T &defaults, const std::tuple<Entries...> &entries)
{
    std::apply([&](const auto &...each) { (describeEntry(parts, defaults, each), ...); }, entries);
}

/// The JSON schema of a described kind.
template<typename T>
[[nodiscard]] Json schemaOf()
{
    SchemaParts parts;
    describeFields(parts, T{}, Described<T>::fields);
    return schemaOf(std::move(parts), Described<T>::unknownKeys, Described<T>::noun);
}

} // namespace atelier

#pragma once

#include "core/base/Json.h"
#include "core/base/Named.h"
#include "core/document/DocumentTree.h"
#include "core/document/Problems.h"
#include "core/domain/Component.h"
#include "core/domain/Fields.h"
#include "core/domain/Port.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace atelier {

/// What is being read: a value of the document, where it stands, and what is known of its field.
struct Reading
{
    const Node &node;
    const std::string &path;
    const FieldNotes &notes;
    Problems &problems;

    /// `'jobs.fit.inputs.rate' must be …, but is …`.
    void refuse(const std::string &expectation, const std::string &advice = {}) const;
};

/// The schema with the field's help as its description.
[[nodiscard]] Json withHelp(const FieldNotes &notes, Json schema);

/// How one type of value is read from a tree, written as JSON and described by a schema.
///
/// read() leaves `into` as it is and reports where the node does not fit.
template<typename T>
struct Codec;

template<>
struct Codec<std::string>
{
    static void read(const Reading &from, std::string &into);
    static Json write(const std::string &value) { return value; }
    static Json schema(const FieldNotes &notes);
};

template<>
struct Codec<bool>
{
    static void read(const Reading &from, bool &into);
    static Json write(bool value) { return value; }
    static Json schema(const FieldNotes &notes);
};

template<>
struct Codec<int>
{
    static void read(const Reading &from, int &into);
    static Json write(int value) { return value; }
    static Json schema(const FieldNotes &notes);
};

template<>
struct Codec<std::optional<double>>
{
    static void read(const Reading &from, std::optional<double> &into);
    static Json write(const std::optional<double> &value) { return value ? Json(*value) : Json(); }
    static Json schema(const FieldNotes &notes);
};

/// The text of a literal.
template<>
struct Codec<std::optional<std::string>>
{
    static void read(const Reading &from, std::optional<std::string> &into);
    static Json write(const std::optional<std::string> &value) { return value ? Json(*value) : Json(); }
    static Json schema(const FieldNotes &notes);
};

template<>
struct Codec<std::optional<std::chrono::seconds>>
{
    static void read(const Reading &from, std::optional<std::chrono::seconds> &into);
    static Json write(const std::optional<std::chrono::seconds> &value)
    {
        return value ? Json(value->count()) : Json();
    }
    static Json schema(const FieldNotes &notes);
};

template<>
struct Codec<PortType>
{
    static void read(const Reading &from, PortType &into);
    static Json write(PortType value) { return name(value); }
    static Json schema(const FieldNotes &notes);
};

template<>
struct Codec<AccessMode>
{
    static void read(const Reading &from, AccessMode &into);
    static Json write(AccessMode value) { return name(value); }
    static Json schema(const FieldNotes &notes);
};

template<>
struct Codec<std::vector<std::string>>
{
    static void read(const Reading &from, std::vector<std::string> &into);
    static Json write(const std::vector<std::string> &value) { return value; }
    static Json schema(const FieldNotes &notes);
};

/// Tags and environment variables: names to scalars; nothing is the empty text.
template<>
struct Codec<Named<std::string>>
{
    static void read(const Reading &from, Named<std::string> &into);
    static Json write(const Named<std::string> &value);
    static Json schema(const FieldNotes &notes);
};

/// Text, or a mapping kept as it is.
template<>
struct Codec<Json>
{
    static void read(const Reading &from, Json &into);
    static Json write(const Json &value) { return value; }
    static Json schema(const FieldNotes &notes);
};

/// A path, or `{path, snapshot}`.
template<>
struct Codec<Code>
{
    static void read(const Reading &from, Code &into);
    static Json write(const Code &value);
    static Json schema(const FieldNotes &notes);
};

} // namespace atelier

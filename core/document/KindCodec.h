#pragma once

#include "core/base/Json.h"
#include "core/base/Named.h"
#include "core/document/ObjectCodec.h"
#include "core/document/SchemaCodec.h"
#include "core/domain/Job.h"
#include "core/domain/JobFields.h"

#include <type_traits>

namespace atelier {

/// A port or component: an object of its described fields.
template<typename T>
struct ObjectCodec
{
    static void read(const Reading &from, T &into) { readObject(from.node, from.path, into, from.problems); }
    static Json write(const T &value) { return writeObject(value); }
    static Json schema(const FieldNotes &) { return schemaOf<T>(); }
};

template<>
struct Codec<InputPort> : ObjectCodec<InputPort>
{
};

template<>
struct Codec<OutputPort> : ObjectCodec<OutputPort>
{
};

/// A component, which a name cannot stand for yet.
template<>
struct Codec<CommandComponent>
{
    static void read(const Reading &from, CommandComponent &into);
    static Json write(const CommandComponent &value) { return writeObject(value); }
    static Json schema(const FieldNotes &) { return schemaOf<CommandComponent>(); }
};

/// A literal, `{value: literal}`, or `{type, path, mode}`.
template<>
struct Codec<InputValue>
{
    static void read(const Reading &from, InputValue &into);
    static Json write(const InputValue &value);
    static Json schema(const FieldNotes &notes);
};

/// Nothing, `${{parent.outputs.x}}`, or `{type, mode, path, name, version}`.
template<>
struct Codec<OutputValue>
{
    static void read(const Reading &from, OutputValue &into);
    static Json write(const OutputValue &value);
    static Json schema(const FieldNotes &notes);
};

/// A step with a component, or with a command of its own, which is read as an inline component.
template<>
struct Codec<PipelineStep>
{
    static void read(const Reading &from, PipelineStep &into);
    static Json write(const PipelineStep &value) { return writeObject(value); }
    static Json schema(const FieldNotes &) { return schemaOf<PipelineStep>(); }
};

inline constexpr std::size_t mostPorts
    = 1000; ///< inputs or outputs of one step: they are looked up one by one

/// Names to things, in the order written.
template<typename T>
struct Codec<Named<T>>
{
    static void read(const Reading &from, Named<T> &into)
    {
        if (from.node.kind != NodeKind::Mapping) {
            from.refuse("a mapping of names");
            return;
        }
        if (!std::is_same_v<T, PipelineStep> && from.node.members.size() > mostPorts) {
            from.problems.error("document.too-large", from.path,
                "'" + from.path + "' has more than " + std::to_string(mostPorts)
                    + " entries: put them into a file.");
            return;
        }
        for (const Member &member : from.node.members) {
            T value;
            Codec<T>::read({member.value, below(from.path, member.key), {}, from.problems}, value);
            into.append(member.key, std::move(value));
        }
    }

    static Json write(const Named<T> &values)
    {
        Json object = Json::object();
        for (const auto &[key, value] : values)
            append(object, key, Codec<T>::write(value));
        return object;
    }

    static Json schema(const FieldNotes &notes)
    {
        return {
            {"type", "object"}, {"description", notes.help}, {"additionalProperties", Codec<T>::schema({})}};
    }
};

/// Says that a kind of job or step does not exist yet, and what to use instead; true where it said so.
[[nodiscard]] bool refuseKind(
    const Node &node, const std::string &path, std::string_view what, Problems &problems);

} // namespace atelier

#pragma once

#include "core/domain/Fields.h"
#include "core/domain/Port.h"

#include <array>
#include <string_view>

namespace atelier {

inline constexpr std::array<std::string_view, 6> dataTypes{
    "uri_file", "uri_folder", "mltable", "mlflow_model", "custom_model", "triton_model"};
inline constexpr std::array<std::string_view, 10> portTypes{"uri_file", "uri_folder", "mltable",
    "mlflow_model", "custom_model", "triton_model", "string", "integer", "number", "boolean"};
inline constexpr std::array<std::string_view, 5> inputModes{
    "ro_mount", "download", "direct", "eval_mount", "eval_download"};
inline constexpr std::array<std::string_view, 4> outputModes{"rw_mount", "mount", "upload", "direct"};
inline constexpr std::array<std::string_view, 9> componentModes{
    "ro_mount", "rw_mount", "mount", "download", "upload", "direct", "eval_mount", "eval_download", "link"};

template<>
struct Described<InputPort>
{
    static constexpr std::string_view noun = "An input that a component declares.";
    static constexpr UnknownKeys unknownKeys = UnknownKeys::Refused;
    static constexpr auto fields = std::tuple{
        field("type", &InputPort::type, "What flows in: data, a model, or a literal.")
            .required()
            .exactCase()
            .oneOf(portTypes),
        field("description", &InputPort::description, "What it is for."),
        field("default", &InputPort::defaultValue, "The literal used where nothing is given.")
            .taking(Accepts::AnyScalar),
        field("optional", &InputPort::optional, "Whether it may be left out."),
        field("min", &InputPort::min, "The smallest number allowed."),
        field("max", &InputPort::max, "The largest number allowed."),
        field("enum", &InputPort::enumeration, "The only values allowed.").taking(Accepts::AnyScalar),
        field("mode", &InputPort::mode, "How the command reaches the data.").oneOf(componentModes),
        ignored("datastore", "data is on this machine."),
        ignored("path_on_compute", "local data is used in place."),
    };
};

template<>
struct Described<OutputPort>
{
    static constexpr std::string_view noun = "An output that a component declares.";
    static constexpr UnknownKeys unknownKeys = UnknownKeys::Refused;
    static constexpr auto fields = std::tuple{
        field("type", &OutputPort::type, "What the command writes: data or a model.")
            .required()
            .exactCase()
            .oneOf(dataTypes),
        field("description", &OutputPort::description, "What it holds."),
        field("mode", &OutputPort::mode, "How the command reaches the place it writes to.")
            .oneOf(componentModes),
        refused("is_control", "outputs are files and folders. Write the value into a file."),
        ignored("early_available", "an output is read when its step has ended."),
    };
};

/// The form `{type, path, mode}`; literals are written as they are.
template<>
struct Described<InputValue>
{
    static constexpr std::string_view noun = "What an input is given.";
    static constexpr UnknownKeys unknownKeys = UnknownKeys::Refused;
    static constexpr auto fields = std::tuple{
        field("type", &InputValue::type, "What lies at the path.").oneOf(dataTypes),
        field("path", &InputValue::value, "A local path, `azureml:<name>:<version>`, or an expression.")
            .required(),
        field("mode", &InputValue::mode, "How the command reaches the data.").oneOf(inputModes),
        refused("default", "a job gives the value itself. Write it after the input's name: `rate: 0.1`."),
        ignored("description", "an input's description stands in its component."),
        ignored("datastore", "data is on this machine."),
        ignored("path_on_compute", "local data is used in place."),
    };
};

template<>
struct Described<OutputValue>
{
    static constexpr std::string_view noun = "What is said of an output.";
    static constexpr UnknownKeys unknownKeys = UnknownKeys::Refused;
    static constexpr auto fields = std::tuple{
        field("type", &OutputValue::type, "What the command writes.").oneOf(dataTypes),
        field("mode", &OutputValue::mode, "How the command reaches the place it writes to.")
            .oneOf(outputModes),
        field("path", &OutputValue::path,
            "A local folder or file to write to instead of the job's own folder."),
        field("name", &OutputValue::assetName, "Registers the output as a data asset of this name."),
        field("version", &OutputValue::assetVersion, "The version of that data asset.")
            .taking(Accepts::NumbersToo),
        ignored("description", "an output's description stands in its component."),
    };
};

} // namespace atelier

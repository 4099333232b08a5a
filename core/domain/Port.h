#pragma once

#include "core/base/Json.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace atelier {

/// What flows through an input or output: data, a model, or a literal.
enum class PortType {
    UriFile,
    UriFolder,
    MlTable,
    MlflowModel,
    CustomModel,
    TritonModel,
    String,
    Integer,
    Number,
    Boolean,
};

/// How a job reaches the data of a port. Local paths are used in place for every read mode.
enum class AccessMode { RoMount, RwMount, Download, Upload, Direct, EvalMount, EvalDownload, Link };

[[nodiscard]] std::string_view name(PortType type); ///< as documents write it: `uri_file`
[[nodiscard]] std::string_view name(AccessMode mode); ///< as documents write it: `ro_mount`
[[nodiscard]] std::optional<PortType> portTypeFromName(std::string_view name);
[[nodiscard]] std::optional<AccessMode> accessModeFromName(std::string_view name);

/// True for string, integer, number and boolean; false for what lies in a file or folder.
[[nodiscard]] bool isLiteral(PortType type);

/// May an output of type `from` feed an input of type `to`?
[[nodiscard]] bool canConnect(PortType from, PortType to);

/// A component's declared input.
struct InputPort
{
    PortType type = PortType::UriFolder;
    std::string description;
    std::optional<std::string> defaultValue; ///< literals only, as the text that reaches the command
    bool optional = false;
    std::optional<double> min;
    std::optional<double> max;
    std::vector<std::string> enumeration; ///< the only texts allowed; empty: any
    AccessMode mode = AccessMode::RoMount;
};

/// A component's declared output.
struct OutputPort
{
    PortType type = PortType::UriFolder;
    std::string description;
    AccessMode mode = AccessMode::RwMount;
};

/// What a job or a step gives to an input.
struct InputValue
{
    PortType type = PortType::UriFolder;
    AccessMode mode = AccessMode::RoMount;
    /// Literal as the text that reaches the command, a local path (absolute once loaded), an asset reference
    /// (`azureml:name:version`, `azureml:name@latest`), a URI, or an expression
    /// (`${{parent.jobs.fit.outputs.model}}`).
    std::string value;
    bool isObject = false; ///< written as `{type, path, mode}` rather than as bare text
};

/// What a job or a step says of an output.
struct OutputValue
{
    PortType type = PortType::UriFolder;
    AccessMode mode = AccessMode::RwMount;
    std::string binding; ///< `${{parent.outputs.x}}`, or ""
    std::string path; ///< where the author wants it, or "" for the default
    std::string assetName; ///< registers the output as a data asset of this name, or ""
    std::string assetVersion;
};

} // namespace atelier

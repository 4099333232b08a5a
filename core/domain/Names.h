#pragma once

#include <string>
#include <string_view>

namespace atelier {

/// A job's name, which is also its MLflow run id and a folder's name: `^[a-zA-Z0-9][\w-]{0,254}$`.
[[nodiscard]] bool isJobName(std::string_view name);

/// A pipeline step's name: `^[a-z_][a-z0-9_]*$`, at most 255 characters.
[[nodiscard]] bool isStepName(std::string_view name);

/// An input's or output's name: `^[A-Za-z_][A-Za-z0-9_]*$`, with `.`-joined groups, at most 255 characters.
[[nodiscard]] bool isPortName(std::string_view name);

/// A component's name: `^[a-z][a-z0-9_]*$`, at most 255 characters.
[[nodiscard]] bool isComponentName(std::string_view name);

/// A data asset's name or version: `^[A-Za-z0-9][A-Za-z0-9._-]*$`, at most 255 characters.
[[nodiscard]] bool isAssetName(std::string_view name);

/// Names that no input or output may have in any case, as commands would take them for the shell's variables.
[[nodiscard]] bool isReservedPortName(std::string_view name);

/// Lower case of ASCII letters: names that differ only by case clash.
[[nodiscard]] std::string lowerCase(std::string_view text);

} // namespace atelier

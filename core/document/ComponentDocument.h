#pragma once

#include "core/base/Json.h"
#include "core/document/Loaded.h"
#include "core/domain/Component.h"

namespace atelier {

/// Reads a command component's YAML file; its code folder becomes absolute and must exist.
[[nodiscard]] Loaded<CommandComponent> loadComponent(const std::filesystem::path &file);

[[nodiscard]] Loaded<CommandComponent> componentFromJson(const Json &json);
[[nodiscard]] Json componentToJson(const CommandComponent &component);

} // namespace atelier

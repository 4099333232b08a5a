#pragma once

#include <QString>

#include <filesystem>

namespace atelier::ui {

/// The key under which the window's settings keep something of one workspace.
[[nodiscard]] QString workspaceSetting(const std::filesystem::path &workspace, const QString &name);

} // namespace atelier::ui

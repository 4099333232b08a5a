#pragma once

#include "app/studio/Arguments.h"

#include <filesystem>
#include <string>

namespace atelier::studio {

/// Runs a job document in a workspace and shows its course on the terminal, by the command line's own verb;
/// answers its exit code. Needs the application that there must be.
[[nodiscard]] int runHeadless(
    const std::filesystem::path &workspace, const std::filesystem::path &document, const std::string &job);

} // namespace atelier::studio

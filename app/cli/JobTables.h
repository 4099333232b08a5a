#pragma once

#include "core/base/Json.h"

#include <string>

namespace atelier::cli {

class Terminal;

/// What people read of jobs, from the service's answers.
[[nodiscard]] std::string jobListText(const Terminal &terminal, const Json &page);
[[nodiscard]] std::string jobDetailText(
    const Terminal &terminal, const Json &job, const std::string &workspace);

/// `Completed (reused from calm_river_x7k2m9qd)`, `Failed: …`, coloured.
[[nodiscard]] std::string statusText(const Terminal &terminal, const Json &job);

/// What a job is called among its siblings: its step's name, or its own.
[[nodiscard]] std::string labelOf(const Json &job);

} // namespace atelier::cli

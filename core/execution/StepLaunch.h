#pragma once

#include "core/base/Named.h"
#include "core/domain/WorkspaceLayout.h"
#include "core/execution/JobRuntime.h"
#include "core/storage/JobRepository.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace atelier {

class Database;

/// A step made ready to start: its command with every placeholder filled in.
struct StepLaunch
{
    std::string command; ///< for the shell
    Named<std::string> environmentVariables;
    std::optional<std::chrono::seconds> timeout;
    std::vector<JobInputRow> inputs; ///< with the paths that the steps before it made
    std::vector<JobOutputRow> outputs;
};

/// Reads what a step needs. `step` must have no unfinished step before it.
[[nodiscard]] Result<StepLaunch> launchOf(Database &database, const JobRow &step);

} // namespace atelier

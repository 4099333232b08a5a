#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace atelier::cli {

/// What came of looking at one thing that this machine needs.
struct Check
{
    enum class Health { Ok, Warning, Problem };

    std::string name;
    Health health = Health::Ok;
    std::string finding;
    std::string advice; ///< what to do; "" when all is well
};

/// Everything that can be looked at without the service. Blocks for a second or two.
[[nodiscard]] std::vector<Check> machineChecks(const std::optional<std::filesystem::path> &workspace);

} // namespace atelier::cli

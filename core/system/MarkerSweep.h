#pragma once

#include "core/base/Result.h"

#include <chrono>
#include <string>
#include <sys/types.h>
#include <vector>

namespace atelier {

/// Every process but ourselves whose environment, as it was at its exec, has `name=value`.
[[nodiscard]] std::vector<pid_t> markedProcesses(const std::string &name, const std::string &value);

/// Kills them, new ones too, until two looks in a row find none; answers how many it killed. Busy when some
/// are left after `patience`.
[[nodiscard]] Result<int> killMarked(const std::string &name, const std::string &value,
    std::chrono::milliseconds patience = std::chrono::seconds(20));

} // namespace atelier

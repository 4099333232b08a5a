#pragma once

#include "core/base/Named.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace atelier {

/// The interpreter that jobs start from.
struct PythonDescription
{
    std::string path;
    std::string version; ///< "" where it cannot be run
    std::string error; ///< why it cannot
    Named<std::string> packages; ///< versions of those that most scripts import
};

/// The machine that jobs run on, as far as jobs may use it.
struct MachineDescription
{
    std::string host;
    double cores = 0;
    std::uint64_t memoryBytes = 0;
    std::uint64_t availableBytes = 0; ///< of the memory, without swapping
    std::optional<std::uint64_t> freeDiskBytes; ///< where the workspace lies
    PythonDescription python;
    std::vector<std::string> graphicsCards; ///< models
};

} // namespace atelier

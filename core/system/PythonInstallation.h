#pragma once

#include "core/base/Named.h"

#include <string>

namespace atelier {

/// The interpreter that jobs start from, and the packages that samples and most scripts import.
struct PythonInstallation
{
    std::string path;
    std::string version; ///< "" where it cannot be run
    std::string error; ///< why it cannot
    Named<std::string> packages; ///< versions of those that are there
};

/// Asks the interpreter itself. Blocks for a fraction of a second, at the most for 20 s.
[[nodiscard]] PythonInstallation findPython();

} // namespace atelier

#pragma once

#include "app/cli/Arguments.h"
#include "app/cli/Verb.h"

#include <vector>

namespace atelier::cli {

/// All that the command line can do.
[[nodiscard]] std::vector<Verb> allVerbs();

/// Does it, in the event loop of the application that there must be; answers the exit code.
[[nodiscard]] int run(const Invocation &invocation);

} // namespace atelier::cli

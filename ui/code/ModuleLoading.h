#pragma once

#include "core/base/Result.h"

namespace atelier::ui {

class CodeModule;

/// Reads the module's files, which takes some milliseconds the first time. Any thread.
[[nodiscard]] Result<void> loadCodeModule();

/// The module, once it is loaded; never null then. GUI thread.
[[nodiscard]] CodeModule *codeModule();

} // namespace atelier::ui

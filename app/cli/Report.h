#pragma once

#include "core/base/Error.h"

#include <string>
#include <vector>

namespace atelier::cli {

enum class ReportForm {
    Lines, ///< `file:line:column: sentence` for each
    Json, ///< one object with "errors" and "warnings" as the API answers them; a list that is empty is left
          ///< out
};

/// What standard error tells of a run.
[[nodiscard]] std::string reportText(
    const std::vector<Error> &errors, const std::vector<Error> &warnings, ReportForm form);

} // namespace atelier::cli

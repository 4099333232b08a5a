#pragma once

#include "core/domain/TablePage.h"

namespace atelier {

/// The service's answer about a table. What is missing stays at its default.
[[nodiscard]] TablePage tablePageFrom(const Json &json);

/// The parameters that ask for a part of a table.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> parametersOf(const TablePart &part);

/// Those that ask for all its rows as CSV.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> csvParametersOf(const TablePart &part);

} // namespace atelier

#pragma once

#include "core/domain/JobDetail.h"

#include <string>
#include <vector>

namespace atelier::ui {

/// All metrics and parameters of some jobs as a table, a column for each job (RFC 4180, UTF-8); numbers are
/// written so that they read back as they are.
[[nodiscard]] std::string comparisonCsv(const std::vector<JobDetail> &jobs);

} // namespace atelier::ui

#pragma once

#include "core/domain/JobSummary.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace atelier {

// Jobs as a table of comma-separated values (RFC 4180): UTF-8, times in UTC, durations in seconds, numbers in
// full. A text that a spreadsheet would take for a formula has an apostrophe before it.

/// `name`, `status`, …, `metric.KEY` and `param.KEY`.
[[nodiscard]] bool isJobCsvColumn(std::string_view column);
/// All but metrics and parameters.
[[nodiscard]] std::vector<std::string> jobCsvColumns();

[[nodiscard]] std::string jobCsvHead(const std::vector<std::string> &columns);
/// A row, with its line end; `nowMs` is what the duration of a running job is measured to.
[[nodiscard]] std::string jobCsvRow(
    const JobSummary &job, const std::vector<std::string> &columns, std::int64_t nowMs);

} // namespace atelier

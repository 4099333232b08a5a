#pragma once

#include "core/series/History.h"

#include <span>
#include <string>

namespace atelier::series {

struct NamedHistory
{
    std::string name; ///< UTF-8
    History history;
};

/// A cell, in quotes where RFC 4180 wants them. A text that a spreadsheet would take for a formula (and that
/// is no number) gets an apostrophe before it.
[[nodiscard]] std::string csvText(const std::string &text);
/// In full, so that it reads back as it is: `NaN`, `inf` and `-inf` where it is not finite.
[[nodiscard]] std::string csvNumber(double value);

/// A table `series,step,time,value` of all points in the order of their arrival: time in UTC, values as
/// csvNumber writes them, lines end in CRLF (RFC 4180).
[[nodiscard]] std::string toCsv(std::span<const NamedHistory> series);

} // namespace atelier::series

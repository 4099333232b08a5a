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

/// A table `series,step,time,value` of all points in the order of their arrival: time in UTC, values in full
/// (`NaN`, `inf` and `-inf` for those that are not finite), lines end in CRLF (RFC 4180).
[[nodiscard]] std::string toCsv(std::span<const NamedHistory> series);

} // namespace atelier::series

#pragma once

#include "core/base/Json.h"

#include <cstdint>
#include <string>

namespace atelier::cli {

[[nodiscard]] std::string readableBytes(std::uint64_t bytes); ///< `1.5 MiB`
[[nodiscard]] std::string readableDuration(
    std::int64_t ms); ///< `350 ms`, `12.3 s`, `2 min 5 s`, `3 h 20 min`
[[nodiscard]] std::string readableTime(std::int64_t unixMs); ///< local `2026-11-21 14:03:22`, "" for 0
[[nodiscard]] std::string clockTime(std::int64_t unixMs); ///< local `14:03:22`
/// A metric's value, which is text where JSON has no number for it.
[[nodiscard]] std::string readableNumber(const Json &value);
/// How long something took that has `started_ms` and perhaps `ended_ms`; "" where it has not started.
[[nodiscard]] std::string durationOf(const Json &job);

} // namespace atelier::cli

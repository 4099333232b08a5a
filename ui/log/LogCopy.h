#pragma once

#include "core/log/LogIndex.h"

#include <QString>

#include <atomic>
#include <compare>

namespace atelier::ui {

/// A place in a log: a line and an index into what is shown of it.
struct LogPlace
{
    std::uint64_t line = 0;
    int index = 0;

    auto operator<=>(const LogPlace &) const = default;
};

/// What is shown between two places, one line of text for each line; ends early once `stopped`.
[[nodiscard]] QString shownText(
    const LogIndex &index, LogPlace from, LogPlace to, const std::atomic<bool> &stopped);

} // namespace atelier::ui

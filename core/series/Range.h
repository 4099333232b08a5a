#pragma once

namespace atelier::series {

/// A piece of an axis, ends included; `from` is never above `to`.
struct Range
{
    double from = 0;
    double to = 0;

    bool operator==(const Range &) const = default;

    [[nodiscard]] bool contains(double value) const { return from <= value && value <= to; }
    [[nodiscard]] bool isEmpty() const { return !(from < to); }

    /// Where a value stands, 0 at `from` and 1 at `to`. Halved, because the distance of two numbers may be
    /// more than the largest number.
    [[nodiscard]] double shareOf(double value) const { return (value / 2 - from / 2) / (to / 2 - from / 2); }
    [[nodiscard]] double at(double share) const { return from * (1 - share) + to * share; }
};

} // namespace atelier::series

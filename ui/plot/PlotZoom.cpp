#include "ui/plot/PlotZoom.h"

#include <algorithm>

namespace atelier::ui {

using series::Range;

std::optional<Range> zoomed(const Range &range, double center, double factor, const ZoomLimits &limits)
{
    return within({center - (center - range.from) * factor, center + (range.to - center) * factor}, limits);
}

std::optional<Range> moved(const Range &range, double share, const ZoomLimits &limits)
{
    const double width = range.to - range.from;
    const double way = std::clamp(width * share, std::min(0.0, limits.whole.from - range.from),
        std::max(0.0, limits.whole.to - range.to));
    return within({range.from + way, range.to + way}, limits);
}

std::optional<Range> within(Range range, const ZoomLimits &limits)
{
    if (const double missing = limits.narrowest - (range.to - range.from); missing > 0) {
        range.from -= missing / 2;
        range.to += missing / 2;
    }
    range.from = std::max(range.from, limits.whole.from);
    range.to = std::min(range.to, limits.whole.to);
    const bool isWhole = range.from <= limits.whole.from && range.to >= limits.whole.to;
    if (isWhole || range.isEmpty())
        return std::nullopt;
    return range;
}

} // namespace atelier::ui

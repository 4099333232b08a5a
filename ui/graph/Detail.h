#pragma once

#include <QPainter>

namespace atelier::ui {

/// How much of a node is painted at a zoom.
enum class Detail { Box, Title, Full };

[[nodiscard]] inline Detail detail(const QPainter &painter)
{
    constexpr double titleFrom = 0.22;
    constexpr double fullFrom = 0.5;
    const double scale = painter.worldTransform().m11();
    return scale < titleFrom ? Detail::Box : scale < fullFrom ? Detail::Title : Detail::Full;
}

} // namespace atelier::ui

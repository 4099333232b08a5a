#pragma once

#include "ui/graph/Canvas.h"

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

/// Pixels of text on the screen: smaller is not painted.
inline constexpr int leastText = 9;

/// Whether text of a style can be read at a painter's zoom.
[[nodiscard]] inline bool isLegible(const QPainter &painter, TextStyle style)
{
    return canvasFont(style).pixelSize() * painter.worldTransform().m11() >= leastText;
}

} // namespace atelier::ui

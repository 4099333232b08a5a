#pragma once

#include "ui/theme/Icon.h"
#include "ui/theme/Type.h"

#include <QFont>
#include <QRectF>

class QPainter;

/// What is painted on a canvas has the size of a text scale of 100 %; the view's transform scales it as a
/// whole, so that a layout need not be made anew.
namespace atelier::ui {

inline constexpr double nodeWidth = 226;
inline constexpr double nodeHeight = 60;

/// From one picture to the next of what moves by itself.
inline constexpr int frameMs = 33;

/// By how much a canvas at its natural size is scaled.
[[nodiscard]] double canvasScale();

/// A font of the ramp at a text scale of 100 %.
[[nodiscard]] QFont canvasFont(TextStyle style);

/// Paints an icon in the size that the painter's transform gives its box, drawn for that size.
void paintCanvasIcon(QPainter &painter, QStringView name, const QRectF &box, const QColor &color,
    IconShape shape = IconShape::Outline);

/// Paints a grid of dots that moves with the canvas, but keeps its dots' size and about their distance.
/// `area` and `origin`, the canvas' own, are in the device's coordinates.
void paintDots(QPainter &painter, const QRect &area, const QPointF &origin, double scale);

} // namespace atelier::ui

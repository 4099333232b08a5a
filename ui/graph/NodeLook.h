#pragma once

#include "ui/graph/GraphModel.h"

#include <QColor>
#include <QPointF>

class QPainter;
class QRectF;

namespace atelier::ui {

/// The border of a node and its box in an overview.
[[nodiscard]] QColor stateStroke(const StateLook &state);
[[nodiscard]] QColor stateSolid(const StateLook &state);

[[nodiscard]] QColor portColor(PortType type);
[[nodiscard]] QColor edgeColor(PortType type); ///< of what leaves a port of that type

/// Paints the sign of a state; neutral ones are outlined.
void paintState(QPainter &painter, const QRectF &box, const StateLook &state);

/// A dot, a diamond or a square by the port's type.
void paintPort(QPainter &painter, const QPointF &center, PortType type);

/// Where a port lies on a side of that length; ports that do not exist in the middle.
[[nodiscard]] double portOffset(double side, qsizetype ports, int port);

/// "Random forest: Running, 248 of 400 trees", as it is read out.
[[nodiscard]] QString spokenName(const GraphNode &node);

} // namespace atelier::ui

#pragma once

#include "ui/theme/Colors.h"

#include <QIcon>
#include <QRectF>
#include <QStringView>

class QPainter;

namespace atelier::ui {

enum class IconShape { Outline, Filled };

/// An icon of icons.txt that is tinted when it is painted: `tint`, `text` under the mouse, `accentText` and
/// its filled twin when on, `disabled` when disabled. A tint other than `text2` keeps its colour under the
/// mouse and when on. Sizes up to 17 px use the drawing for 16, larger ones that for 20.
[[nodiscard]] QIcon icon(QStringView name, ColorRole tint = &Colors::text2);

/// Paints an icon in the middle of a box, as large as fits.
void paintIcon(QPainter &painter, QStringView name, const QRectF &box, const QColor &color,
    IconShape shape = IconShape::Outline);

/// True for a name of icons.txt.
[[nodiscard]] bool hasIcon(QStringView name);

} // namespace atelier::ui

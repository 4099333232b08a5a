#pragma once

#include <QBrush>
#include <QColor>
#include <QPainter>
#include <QRectF>

namespace atelier::ui {

/// Corner radii in pixels.
inline constexpr double tagRadius = 4;
inline constexpr double controlRadius = 6;
inline constexpr double cardRadius = 8;
inline constexpr double dialogRadius = 12;

/// Width in pixels of a border that says something: where keys go, or what is wrong.
inline constexpr double attentionWidth = 1.5;

enum class Elevation { Toast, Menu, Sheet };

/// A filled box with round corners; the stroke lies inside the box, so that it is crisp at every scale.
void drawBox(QPainter &painter, const QRectF &box, double radius, const QBrush &fill,
    const QColor &stroke = Qt::transparent, double width = 1);

/// A soft shadow around a box, to be painted before the box itself; blur is 24 px for menus and toasts, 40
/// for sheets.
void drawShadow(QPainter &painter, const QRectF &box, double radius, Elevation elevation);

/// A box that is only tinted; in high contrast it has a border as well.
void drawTint(QPainter &painter, const QRectF &box, double radius, const QColor &fill, const QColor &outline);

/// The ring of keyboard focus, 2 px inside the box.
void drawFocusRing(QPainter &painter, const QRectF &box, double radius);

/// What lies over a control under the mouse or a finger.
struct State
{
    bool hovered = false;
    bool pressed = false;
    bool on = false;
};
void drawStateLayer(QPainter &painter, const QRectF &box, double radius, State state);

/// A check mark, or the dash of a box that is half on, for a box of 16 px.
enum class CheckMark { None, Check, Dash };
void drawCheckBox(QPainter &painter, const QRectF &box, CheckMark mark, State state, bool enabled = true);

/// The opaque colour that a translucent layer gives on a base.
[[nodiscard]] QColor over(const QColor &layer, const QColor &base);

/// The same colour with another opacity, 0 to 1.
[[nodiscard]] QColor withAlpha(QColor color, double alpha);

} // namespace atelier::ui

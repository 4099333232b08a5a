#pragma once

#include "ui/widgets/table/Cell.h"

#include <QPainter>
#include <QRect>

namespace atelier::ui {

/// The width that a name's first line needs to be shown whole.
[[nodiscard]] int widthOf(const cell::Name &name);

/// Paints what a cell shows into a box; start and end follow the direction.
class CellPainter
{
public:
    struct Row
    {
        bool selected = false;
        bool picking = false; ///< boxes to tick in the place of icons
    };

    CellPainter(QPainter &painter, const QRect &box, Qt::LayoutDirection direction, Row row);

    void operator()(const cell::Text &text);
    void operator()(const cell::Number &number);
    void operator()(const cell::Name &name);
    void operator()(const cell::Status &status);
    void operator()(const cell::Bar &bar);
    void operator()(const cell::Metric &metric);
    void operator()(const cell::Tags &tags);
    void operator()(const cell::Group &group);

private:
    struct Line
    {
        QString text;
        TextStyle style;
        ColorRole color;
        Qt::TextElideMode elided = Qt::ElideRight;
    };

    [[nodiscard]] QRect at(int x, int y, int width, int height) const;
    [[nodiscard]] QRect middle(int x, int width, int height) const;
    /// Writes a line from x on and answers what was left of it when it was elided.
    QString write(const Line &line, int x, int y, int width, int height);
    QString write(const Line &line, int x, int width);
    /// Two lines, the upper and the lower half of a row's text.
    void writeTwo(const Line &first, const Line &second, int x, int width);

    QPainter &m_painter;
    QRect m_box;
    Qt::LayoutDirection m_direction;
    Row m_row;
};

} // namespace atelier::ui

#include "ui/widgets/Pane.h"

#include <QPainter>

namespace atelier::ui {

Pane::Pane(ColorRole background, Qt::Edges lines, QWidget *parent)
    : QWidget(parent)
    , m_background(background)
    , m_lines(lines)
{
}

void Pane::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), colors().*m_background);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const int start = mirrored ? width() - 1 : 0;
    const int end = mirrored ? 0 : width() - 1;
    const QColor line = colors().strokeSubtle;
    if (m_lines.testFlag(Qt::TopEdge))
        painter.fillRect(0, 0, width(), 1, line);
    if (m_lines.testFlag(Qt::BottomEdge))
        painter.fillRect(0, height() - 1, width(), 1, line);
    if (m_lines.testFlag(Qt::LeftEdge))
        painter.fillRect(start, 0, 1, height(), line);
    if (m_lines.testFlag(Qt::RightEdge))
        painter.fillRect(end, 0, 1, height(), line);
}

} // namespace atelier::ui

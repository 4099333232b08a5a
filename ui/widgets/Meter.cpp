#include "ui/widgets/Meter.h"

#include "ui/widgets/AccessibleRole.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace atelier::ui {

namespace {

constexpr double partGap = 1.5;

} // namespace

Meter::Meter(const QString &name, QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleRole(*this, QAccessible::ProgressBar);
    setAccessibleName(name);
}

void Meter::setParts(const QList<MeterPart> &parts, double whole)
{
    Q_ASSERT(whole > 0);
    m_parts = parts;
    m_whole = whole;
    update();
}

void Meter::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    drawMeter(painter, rect(), m_parts, m_whole, layoutDirection());
}

void drawMeter(QPainter &painter, const QRectF &box, const QList<MeterPart> &parts, double whole,
    Qt::LayoutDirection direction)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath outline;
    outline.addRoundedRect(box, box.height() / 2, box.height() / 2);
    painter.setClipPath(outline);
    painter.fillRect(box, colors().pressed);
    double at = 0;
    for (const MeterPart &part : parts) {
        const double width = box.width() * part.amount / whole;
        const bool last = at + width > box.width() - 1;
        const double shown = width > 0 ? std::max(1.0, width - (last ? 0 : partGap)) : 0;
        const double x = direction == Qt::RightToLeft ? box.right() - at - shown : box.x() + at;
        painter.fillRect(QRectF(x, box.y(), shown, box.height()), colors().*part.color);
        at += width;
    }
    painter.restore();
}

} // namespace atelier::ui

#include "ui/widgets/Pill.h"

#include "ui/theme/Draw.h"
#include "ui/theme/Type.h"
#include "ui/widgets/AccessibleRole.h"
#include "ui/widgets/Ticker.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>

namespace atelier::ui {

namespace {

constexpr int markStart = 7;
constexpr int markSide = 14;
constexpr int textStart = 24;
constexpr int textEnd = 9;

} // namespace

Pill::Pill(StateLook look, QWidget *parent)
    : QWidget(parent)
    , m_ticker(new Ticker(*this))
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleRole(*this, QAccessible::StaticText);
    setLook(look);
}

void Pill::setLook(const StateLook &look)
{
    m_look = look;
    setAccessibleName(look.text);
    m_ticker->setRunning(look.mark == Mark::Spinner);
    updateGeometry();
    update();
}

QSize Pill::sizeHint() const
{
    return pillSize(m_look);
}

void Pill::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    drawPill(painter, rect(), m_look, layoutDirection());
}

void Pill::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

QSize pillSize(const StateLook &look)
{
    const int text = QFontMetrics(font(TextStyle::Caption)).horizontalAdvance(look.text);
    return {textStart + text + textEnd, scaled(22)};
}

void drawPill(QPainter &painter, const QRect &box, const StateLook &look, Qt::LayoutDirection direction)
{
    const QColor color = textColor(look.tone);
    drawTint(painter, box, box.height() / 2.0, fillColor(look.tone), color);
    const QRectF mark(box.x() + markStart, box.y() + (box.height() - markSide) / 2.0, markSide, markSide);
    const bool smaller = look.mark == Mark::Spinner;
    drawMark(painter,
        QStyle::visualRect(direction, box, mark.toRect())
            .adjusted(smaller, smaller, -int{smaller}, -int{smaller}),
        look, color);
    const QFont caption = font(TextStyle::Caption);
    const QRect text = box.adjusted(textStart, 0, -textEnd, 0);
    painter.setFont(caption);
    painter.setPen(color);
    painter.drawText(QStyle::visualRect(direction, box, text), Qt::AlignVCenter | Qt::AlignLeft,
        QFontMetrics(caption).elidedText(look.text, Qt::ElideRight, text.width() + 1));
}

} // namespace atelier::ui

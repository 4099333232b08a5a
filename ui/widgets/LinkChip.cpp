#include "ui/widgets/LinkChip.h"

#include "ui/theme/Draw.h"
#include "ui/theme/Icon.h"
#include "ui/theme/Type.h"
#include "ui/widgets/Focus.h"

#include <QPainter>
#include <QStyle>

namespace atelier::ui {

namespace {

constexpr int padding = 9;
constexpr int iconSide = 16;
constexpr int gap = 8;

} // namespace

LinkChip::LinkChip(QStringView icon, const QString &name, const QString &fact, QWidget *parent)
    : QPushButton(name, parent)
    , m_icon(icon.toString())
    , m_fact(fact)
{
    setAutoDefault(false);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setAccessibleDescription(fact);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize LinkChip::sizeHint() const
{
    int width
        = 2 * padding + iconSide + gap + QFontMetrics(ui::font(TextStyle::Body)).horizontalAdvance(text());
    if (!m_fact.isEmpty())
        width += gap + QFontMetrics(ui::font(TextStyle::Caption)).horizontalAdvance(m_fact);
    return {width + 2, scaled(28)};
}

void LinkChip::paintEvent(QPaintEvent * /*event*/)
{
    const Colors &c = colors();
    QPainter painter(this);
    drawBox(painter, rect(), controlRadius, c.canvas, c.stroke);
    drawStateLayer(painter, rect(), controlRadius, {underMouse(), isDown(), false});
    int x = padding;
    const auto place = [&](int width) {
        const QRect box(x, 0, width, height());
        x += width + gap;
        return QStyle::visualRect(layoutDirection(), rect(), box);
    };
    paintIcon(painter, m_icon, place(iconSide), c.text2);
    painter.setFont(ui::font(TextStyle::Body));
    painter.setPen(c.accentText);
    painter.drawText(
        place(painter.fontMetrics().horizontalAdvance(text()) + 1), Qt::AlignVCenter | Qt::AlignLeft, text());
    painter.setFont(ui::font(TextStyle::Caption));
    painter.setPen(c.text3);
    painter.drawText(
        place(painter.fontMetrics().horizontalAdvance(m_fact) + 1), Qt::AlignVCenter | Qt::AlignLeft, m_fact);
    if (hasKeyboardFocus(*this))
        drawFocusRing(painter, rect(), controlRadius);
}

} // namespace atelier::ui

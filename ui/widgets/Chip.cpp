#include "ui/widgets/Chip.h"

#include "ui/theme/Draw.h"
#include "ui/theme/Icon.h"
#include "ui/theme/Type.h"
#include "ui/widgets/Focus.h"

#include <QLocale>
#include <QPainter>
#include <QStyle>

namespace atelier::ui {

namespace {

constexpr int padding = 10;
constexpr int iconSide = 16;
constexpr int iconGap = 6;
constexpr int countGap = 7;

} // namespace

Chip::Chip(const QString &text, QStringView icon, QWidget *parent)
    : QPushButton(text, parent)
    , m_icon(icon.toString())
{
    setCheckable(true);
    setAutoDefault(false);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Chip::setCount(int count)
{
    m_count = count;
    setAccessibleDescription(countText());
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    const QFontMetrics metrics(ui::font(TextStyle::Caption));
    int width = 2 * padding + metrics.horizontalAdvance(text());
    if (!m_icon.isEmpty())
        width += iconSide + iconGap;
    if (m_count >= 0)
        width += countGap + metrics.horizontalAdvance(countText());
    return {width, scaled(26)};
}

void Chip::paintEvent(QPaintEvent * /*event*/)
{
    const Colors &c = colors();
    QPainter painter(this);
    const double radius = height() / 2.0;
    drawBox(painter, rect(), radius, isChecked() ? QBrush(c.accentSubtle) : QBrush(Qt::NoBrush),
        isChecked() ? c.accentStroke : c.stroke);
    drawStateLayer(painter, rect(), radius, {underMouse(), isDown(), false});
    const QColor color = !isEnabled() ? c.disabled : isChecked() ? c.accentText : c.text2;
    int x = padding;
    const auto place = [&](int width) {
        const QRect box(x, 0, width, height());
        x += width;
        return QStyle::visualRect(layoutDirection(), rect(), box);
    };
    if (!m_icon.isEmpty()) {
        paintIcon(
            painter, m_icon, place(iconSide), color, isChecked() ? IconShape::Filled : IconShape::Outline);
        x += iconGap;
    }
    const QFontMetrics metrics(ui::font(TextStyle::Caption));
    painter.setFont(ui::font(TextStyle::Caption));
    painter.setPen(isChecked() || !isEnabled() ? color : c.text);
    painter.drawText(place(metrics.horizontalAdvance(text()) + 1), Qt::AlignVCenter | Qt::AlignLeft, text());
    x += countGap - 1;
    painter.setPen(isChecked() || !isEnabled() ? color : c.text3);
    painter.drawText(
        place(metrics.horizontalAdvance(countText()) + 1), Qt::AlignVCenter | Qt::AlignLeft, countText());
    if (hasKeyboardFocus(*this))
        drawFocusRing(painter, rect(), radius);
}

QString Chip::countText() const
{
    return m_count < 0 ? QString() : locale().toString(m_count);
}

} // namespace atelier::ui

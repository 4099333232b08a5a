#include "ui/shell/NavigationItem.h"

#include "ui/theme/Draw.h"
#include "ui/theme/Icon.h"
#include "ui/theme/Type.h"
#include "ui/widgets/CountBadge.h"
#include "ui/widgets/Focus.h"

#include <QLocale>
#include <QPainter>
#include <QStyle>

namespace atelier::ui {

namespace {

constexpr int itemHeight = 34;
constexpr int iconSide = 20;
constexpr int nameStart = 44;
constexpr int nameEnd = 8;

} // namespace

NavigationItem::NavigationItem(const QString &name, QStringView icon, QWidget *parent)
    : QPushButton(name, parent)
    , m_icon(icon.toString())
{
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    describe();
}

void NavigationItem::setIconName(QStringView icon)
{
    m_icon = icon.toString();
    update();
}

void NavigationItem::setName(const QString &name)
{
    setText(name);
    describe();
}

void NavigationItem::setCount(int count)
{
    m_count = count;
    describe();
    update();
}

void NavigationItem::setCompact(bool compact)
{
    m_isCompact = compact;
    describe();
    updateGeometry();
    update();
}

QSize NavigationItem::sizeHint() const
{
    if (m_isCompact)
        return {scaled(itemHeight) + 6, scaled(itemHeight)};
    const int name = QFontMetrics(ui::font(TextStyle::BodyStrong)).horizontalAdvance(text());
    return {nameStart + name + nameEnd, scaled(itemHeight)};
}

void NavigationItem::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isChecked())
        drawBox(painter, rect(), controlRadius, colors().selected);
    drawStateLayer(painter, rect(), controlRadius, {underMouse(), isDown(), false});
    const auto placed
        = [this](const QRect &box) { return QStyle::visualRect(layoutDirection(), rect(), box); };
    if (isChecked())
        drawBox(painter, placed({0, height() / 2 - 8, 3, 16}), 1.5, colors().accentStroke);
    const QRect iconBox(
        m_isCompact ? (width() - iconSide) / 2 : 12, (height() - iconSide) / 2, iconSide, iconSide);
    paintIcon(painter, m_icon, placed(iconBox), isChecked() ? colors().accentText : colors().text2,
        isChecked() ? IconShape::Filled : IconShape::Outline);
    if (!m_isCompact) {
        painter.setFont(ui::font(isChecked() ? TextStyle::BodyStrong : TextStyle::Body));
        painter.setPen(isChecked() ? colors().text : colors().text2);
        const QRect name = rect().adjusted(nameStart, 0, m_count > 0 ? -40 : -nameEnd, 0);
        painter.drawText(placed(name), Qt::AlignLeft | Qt::AlignVCenter,
            painter.fontMetrics().elidedText(text(), Qt::ElideRight, name.width()));
    }
    if (m_count > 0 && !m_isCompact) {
        const QString count = QLocale().toString(m_count);
        const QSize size = badgeSize(count);
        drawBadge(painter,
            placed(
                {width() - size.width() - 10, (height() - size.height()) / 2, size.width(), size.height()}),
            count, Tone::Accent);
    } else if (m_count > 0) {
        drawBox(painter, placed({width() - 14, 6, 8, 8}), 4, colors().accentStroke);
    }
    if (hasKeyboardFocus(*this))
        drawFocusRing(painter, rect(), controlRadius);
}

void NavigationItem::describe()
{
    setToolTip(m_isCompact ? text() : QString());
    setAccessibleName(text());
    setAccessibleDescription(m_count > 0 ? tr("%n running", nullptr, m_count) : QString());
}

} // namespace atelier::ui

#include "ui/widgets/TabStrip.h"

#include "ui/theme/Type.h"
#include "ui/widgets/CountBadge.h"

#include <QLocale>
#include <QPainter>
#include <QShortcut>
#include <QStyleOptionTab>

namespace atelier::ui {

namespace {

constexpr int padding = 12;
constexpr int badgeGap = 6;

} // namespace

TabStrip::TabStrip(QWidget *parent)
    : QTabBar(parent)
{
    setDrawBase(false);
    setExpanding(false);
    setElideMode(Qt::ElideNone);
    setUsesScrollButtons(true);
    setFocusPolicy(Qt::TabFocus);
    for (const auto &[keys, step] : {std::pair(Qt::Key_PageUp, -1), std::pair(Qt::Key_PageDown, 1)})
        connect(
            new QShortcut(Qt::CTRL | keys, this), &QShortcut::activated, this, [this, by = step] { go(by); });
}

void TabStrip::setCount(int index, int count)
{
    setTabData(index, count < 0 ? QVariant() : QVariant(count));
    setAccessibleTabName(
        index, count < 0 ? tabText(index) : tr("%1, %2", "tab and its count").arg(tabText(index)).arg(count));
    // QTabBar keeps the sizes of its tabs until a text changes.
    setTabText(index, tabText(index));
    updateGeometry();
    update();
}

QSize TabStrip::tabSizeHint(int index) const
{
    // Measured as if chosen, so that nothing moves when it is.
    int width = QFontMetrics(ui::font(TextStyle::BodyStrong)).horizontalAdvance(tabText(index)) + 2 * padding;
    if (const QString count = countText(index); !count.isEmpty())
        width += badgeGap + badgeSize(count).width();
    return {width, scaled(40)};
}

void TabStrip::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    for (int index = 0; index < count(); ++index) {
        if (!isTabVisible(index))
            continue;
        QStyleOptionTab option;
        initStyleOption(&option, index);
        option.text = tabText(index);
        const bool chosen = index == currentIndex();
        style()->drawControl(QStyle::CE_TabBarTabShape, &option, &painter, this);
        if (const QString number = countText(index); !number.isEmpty()) {
            const QSize size = badgeSize(number);
            const QRect whole = option.rect;
            const QRect badge(whole.right() + 1 - padding - size.width(),
                whole.y() + (whole.height() - size.height()) / 2, size.width(), size.height());
            drawBadge(painter, QStyle::visualRect(layoutDirection(), whole, badge), number,
                chosen ? Tone::Accent : Tone::Neutral);
            const QRect text = whole.adjusted(0, 0, -size.width() - badgeGap, 0);
            option.rect = QStyle::visualRect(layoutDirection(), whole, text);
        }
        style()->drawControl(QStyle::CE_TabBarTabLabel, &option, &painter, this);
    }
}

QString TabStrip::countText(int index) const
{
    const QVariant number = tabData(index);
    return number.isValid() ? locale().toString(number.toInt()) : QString();
}

void TabStrip::go(int step)
{
    for (int next = currentIndex() + step, tried = 0; tried < count(); next += step, ++tried)
        if (const int index = (next + count()) % count(); isTabVisible(index))
            return setCurrentIndex(index);
}

} // namespace atelier::ui

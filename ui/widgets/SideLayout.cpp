#include "ui/widgets/SideLayout.h"

#include "ui/theme/Type.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace atelier::ui {

namespace {

int wantedHeight(const QLayoutItem &item, int width)
{
    return item.hasHeightForWidth() ? item.heightForWidth(width) : item.sizeHint().height();
}

int leastHeight(const QLayoutItem &item, int width)
{
    return item.hasHeightForWidth() ? item.minimumHeightForWidth(width) : item.minimumSize().height();
}

} // namespace

SideLayout::SideLayout(QWidget *parent, int spacing, const Side &side)
    : QLayout(parent)
    , m_widths(side)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(spacing);
}

SideLayout::~SideLayout() = default;

void SideLayout::setMain(QLayout *main)
{
    addChildLayout(main);
    m_main.reset(main);
    invalidate();
}

void SideLayout::setSide(QWidget *side, Qt::Alignment alignment)
{
    addWidget(side);
    m_side->setAlignment(alignment);
}

void SideLayout::addItem(QLayoutItem *item)
{
    m_side.reset(item);
    invalidate();
}

int SideLayout::count() const
{
    return (m_main ? 1 : 0) + (m_side ? 1 : 0);
}

QLayoutItem *SideLayout::itemAt(int index) const
{
    if (index < 0 || index >= count())
        return nullptr;
    return index == 0 && m_main ? m_main.get() : m_side.get();
}

QLayoutItem *SideLayout::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    invalidate();
    return index == 0 && m_main ? m_main.release() : m_side.release();
}

int SideLayout::sideWidth(int width) const
{
    const int least = scaled(m_widths.least);
    const int wanted = std::clamp(static_cast<int>(m_widths.share * width), least, scaled(m_widths.most));
    // Rather a narrow side than one that is below, out of sight.
    return std::max(least, std::min(wanted, width - spacing() - m_main->minimumSize().width()));
}

bool SideLayout::isBeside(int width) const
{
    return width - sideWidth(width) - spacing() >= m_main->minimumSize().width();
}

/// Of the side while it is below: what the main part leaves of the room.
int SideLayout::heightBelow(const QSize &room) const
{
    const int left = room.height() - spacing() - wantedHeight(*m_main, room.width());
    const int least = leastHeight(*m_side, room.width());
    return std::clamp(left, least, std::max(least, wantedHeight(*m_side, room.width())));
}

int SideLayout::heightForWidth(int width) const
{
    if (!isBeside(width))
        return wantedHeight(*m_main, width) + spacing() + wantedHeight(*m_side, width);
    const int side = sideWidth(width);
    return std::max(wantedHeight(*m_main, width - side - spacing()), wantedHeight(*m_side, side));
}

int SideLayout::minimumHeightForWidth(int width) const
{
    if (!isBeside(width))
        return leastHeight(*m_main, width) + spacing() + leastHeight(*m_side, width);
    const int side = sideWidth(width);
    return std::max(leastHeight(*m_main, width - side - spacing()), leastHeight(*m_side, side));
}

QSize SideLayout::sizeHint() const
{
    const QSize main = m_main->sizeHint();
    return {main.width() + spacing() + scaled(m_widths.most),
        std::max(main.height(), m_side->sizeHint().height())};
}

QSize SideLayout::minimumSize() const
{
    const QSize main = m_main->minimumSize();
    return {std::max(main.width(), scaled(m_widths.least)),
        std::max(main.height(), m_side->minimumSize().height())};
}

void SideLayout::setGeometry(const QRect &box)
{
    QLayout::setGeometry(box);
    QRect main = box;
    QRect side = box;
    if (isBeside(box.width())) {
        side.setLeft(box.right() + 1 - sideWidth(box.width()));
        main.setRight(side.left() - 1 - spacing());
    } else {
        side.setTop(box.bottom() + 1 - heightBelow(box.size()));
        main.setBottom(side.top() - 1 - spacing());
    }
    const Qt::LayoutDirection direction = parentWidget()->layoutDirection();
    m_main->setGeometry(QStyle::visualRect(direction, box, main));
    m_side->setGeometry(QStyle::visualRect(direction, box, side));
}

} // namespace atelier::ui

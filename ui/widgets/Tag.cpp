#include "ui/widgets/Tag.h"

#include "ui/theme/Colors.h"
#include "ui/theme/Draw.h"
#include "ui/theme/Type.h"
#include "ui/widgets/AccessibleRole.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/Layouts.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>

namespace atelier::ui {

namespace {

constexpr int padding = 7;
constexpr int crossSide = 20;

} // namespace

Tag::Tag(const QString &text, Removal removal, QWidget *parent)
    : QWidget(parent)
    , m_text(text)
    , m_removal(removal)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setAccessibleRole(*this, QAccessible::StaticText);
    setAccessibleName(text);
    if (removal == Removal::Fixed)
        return;
    auto *cross = new IconButton(u"dismiss", tr("Remove the tag %1").arg(text), ControlSize::Small);
    cross->setFixedSize(crossSide, crossSide);
    cross->setIconSize({12, 12});
    connect(cross, &IconButton::clicked, this, &Tag::removeRequested);
    QHBoxLayout *row = makeRow(this, 0, {0, 0, 1, 0});
    row->addStretch();
    row->addWidget(cross);
}

QSize Tag::sizeHint() const
{
    const QSize size = tagSize(m_text);
    return m_removal == Removal::Removable ? size + QSize(crossSide - 4, 0) : size;
}

void Tag::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    drawBox(painter, rect(), tagRadius, colors().hover, colors().strokeSubtle);
    painter.setFont(ui::font(TextStyle::Caption));
    painter.setPen(colors().text2);
    const int end = m_removal == Removal::Removable ? crossSide : padding;
    const QRect room = rect().marginsRemoved(startEnd({padding, 0, end, 0}));
    const QString shown = painter.fontMetrics().elidedText(m_text, Qt::ElideRight, room.width());
    painter.drawText(
        room, Qt::AlignVCenter | QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft), shown);
    setToolTip(shown == m_text ? QString() : m_text);
}

void Tag::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

QSize tagSize(const QString &text)
{
    return {QFontMetrics(font(TextStyle::Caption)).horizontalAdvance(text) + 2 * padding, scaled(22)};
}

void drawTag(QPainter &painter, const QRect &box, const QString &text)
{
    drawBox(painter, box, tagRadius, colors().hover, colors().strokeSubtle);
    painter.setFont(font(TextStyle::Caption));
    painter.setPen(colors().text2);
    painter.drawText(box, Qt::AlignCenter, text);
}

} // namespace atelier::ui

#include "ui/jobs/FilterToken.h"

#include "ui/theme/Colors.h"
#include "ui/theme/Draw.h"
#include "ui/theme/Type.h"
#include "ui/widgets/AccessibleRole.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/Layouts.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace atelier::ui {

namespace {

constexpr int tokenHeight = 22;
constexpr int padding = 7;
constexpr int crossSide = 20;
constexpr int leastWidth = 56;
constexpr int mostWidth = 360;

} // namespace

FilterToken::FilterToken(const QString &text, int operatorBegin, int valueBegin, QWidget *parent)
    : QWidget(parent)
    , m_text(text)
    , m_operatorBegin(operatorBegin)
    , m_valueBegin(valueBegin)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleRole(*this, QAccessible::StaticText);
    setAccessibleName(text);
    setToolTip(text);
    auto *cross = new IconButton(u"dismiss", tr("Remove %1").arg(text), ControlSize::Small, this);
    cross->setFixedSize(crossSide, crossSide);
    cross->setIconSize({12, 12});
    cross->setFocusPolicy(Qt::NoFocus); // Backspace removes it
    connect(cross, &IconButton::clicked, this, &FilterToken::removeRequested);
    QHBoxLayout *row = makeRow(this, 0, startEnd({0, 0, 1, 0}));
    row->addStretch();
    row->addWidget(cross);
}

QSize FilterToken::sizeHint() const
{
    const int text = QFontMetrics(ui::font(TextStyle::Code)).horizontalAdvance(m_text);
    return {std::min(text + 2 * padding + crossSide - 4, scaled(mostWidth)), scaled(tokenHeight)};
}

QSize FilterToken::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), scaled(leastWidth)), scaled(tokenHeight)};
}

void FilterToken::paintEvent(QPaintEvent * /*event*/)
{
    const Colors &c = colors();
    QPainter painter(this);
    drawBox(painter, rect(), tagRadius, c.accentSubtle);
    painter.setFont(ui::font(TextStyle::Code));
    // The grammar is read from left to right whatever the language of the window.
    painter.setLayoutDirection(Qt::LeftToRight);
    const QFontMetrics metrics = painter.fontMetrics();
    QRect box = QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(padding, 0, -crossSide, 0));
    const std::pair<QString, QColor> parts[] = {{m_text.left(m_operatorBegin), c.accentText},
        {m_text.mid(m_operatorBegin, m_valueBegin - m_operatorBegin), c.text3},
        {m_text.mid(m_valueBegin), c.text}};
    for (const auto &[text, color] : parts) {
        painter.setPen(color);
        painter.drawText(box, Qt::AlignVCenter | Qt::AlignLeft,
            metrics.elidedText(text, Qt::ElideRight, std::max(0, box.width())));
        box.setLeft(box.left() + metrics.horizontalAdvance(text));
    }
}

void FilterToken::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

} // namespace atelier::ui

#include "ui/widgets/Banner.h"

#include "ui/theme/Draw.h"
#include "ui/theme/Icon.h"
#include "ui/widgets/AccessibleRole.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/StateLook.h"
#include "ui/widgets/WrapLabel.h"

#include <QPainter>
#include <QStyle>

namespace atelier::ui {

namespace {

constexpr int iconSide = 20;
constexpr int iconStart = 14;
constexpr int top = 11;
constexpr double strokeOpacity = 0.42;

} // namespace

Banner::Banner(Tone tone, const QString &title, const QString &text, QWidget *parent)
    : QWidget(parent)
    , m_tone(tone)
    , m_title(new WrapLabel({}, TextStyle::BodyStrong))
    , m_text(new WrapLabel({}, TextStyle::Body, &Colors::text2))
{
    setAccessibleRole(*this, QAccessible::AlertMessage);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    QVBoxLayout *column = makeColumn(this, 4, {iconStart + iconSide + 12, top, 14, top});
    column->addWidget(m_title);
    column->addWidget(m_text);
    m_actions = makeRow(nullptr, 8, {0, 6, 0, 2}); // takes no room while there is nothing in it
    m_actions->addStretch(1);
    column->addLayout(m_actions);
    setMessage(tone, title, text);
}

void Banner::setMessage(Tone tone, const QString &title, const QString &text)
{
    m_tone = tone;
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    setAccessibleName(text.isEmpty() ? title : title + QLatin1Char('\n') + text);
    update();
}

void Banner::addAction(Button *action)
{
    m_actions->insertWidget(m_actions->count() - 1, action);
}

void Banner::paintEvent(QPaintEvent * /*event*/)
{
    const QColor color = textColor(m_tone);
    QPainter painter(this);
    drawBox(painter, rect(), cardRadius, over(fillColor(m_tone), colors().canvas),
        withAlpha(color, strokeOpacity));
    const int line = m_title->y() + QFontMetrics(ui::font(TextStyle::BodyStrong)).height() / 2;
    const QRect box(iconStart, line - iconSide / 2, iconSide, iconSide);
    paintIcon(painter, toneIcon(m_tone), QStyle::visualRect(layoutDirection(), rect(), box), color,
        IconShape::Filled);
}

} // namespace atelier::ui

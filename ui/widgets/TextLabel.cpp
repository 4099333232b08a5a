#include "ui/widgets/TextLabel.h"

#include "ui/theme/Theme.h"

#include <QEvent>

namespace atelier::ui {

TextLabel::TextLabel(const QString &text, TextStyle style, ColorRole color, QWidget *parent)
    : QLabel(text, parent)
    , m_style(style)
    , m_color(color)
{
    setTextFormat(Qt::PlainText);
    // In a button it would take the role of the button's text.
    setForegroundRole(QPalette::WindowText);
    applyFont();
    applyColor();
}

void TextLabel::setTextStyle(TextStyle style)
{
    m_style = style;
    applyFont();
}

void TextLabel::setColor(ColorRole color)
{
    m_color = color;
    applyColor();
}

QSize TextLabel::sizeHint() const
{
    return minimumSizeHint();
}

/// As QLabel has it, which measures a line three times.
QSize TextLabel::minimumSizeHint() const
{
    constexpr int room = 2000;
    if (textInteractionFlags() != Qt::LinksAccessibleByMouse) // then it lays out a document
        return QLabel::minimumSizeHint();
    if (m_measuredText != text() || m_measuredFont != font() || !m_size.isValid()) {
        m_measuredText = text();
        m_measuredFont = font();
        m_size = fontMetrics()
                     .boundingRect(QRect(0, 0, room, room), Qt::AlignLeft | Qt::TextExpandTabs, text())
                     .size();
    }
    return m_size.grownBy(contentsMargins()).expandedTo(minimumSize());
}

bool TextLabel::event(QEvent *event)
{
    if (event->type() == lookChange()) {
        applyFont();
        applyColor();
    }
    return QLabel::event(event);
}

void TextLabel::applyFont()
{
    setFont(ui::font(m_style));
}

void TextLabel::applyColor()
{
    QPalette own = palette();
    own.setColor(QPalette::WindowText, textColor());
    own.setColor(QPalette::Link, colors().accentText);
    setPalette(own);
}

} // namespace atelier::ui

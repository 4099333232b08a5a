#include "ui/widgets/TextLabel.h"

#include <QEvent>

namespace atelier::ui {

TextLabel::TextLabel(const QString &text, TextStyle style, ColorRole color, QWidget *parent)
    : QLabel(text, parent)
    , m_style(style)
    , m_color(color)
{
    setTextFormat(Qt::PlainText);
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

bool TextLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ApplicationFontChange)
        applyFont();
    if (event->type() == QEvent::ApplicationPaletteChange)
        applyColor();
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

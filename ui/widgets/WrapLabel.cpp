#include "ui/widgets/WrapLabel.h"

#include <QEvent>

#include <algorithm>

namespace atelier::ui {

WrapLabel::WrapLabel(const QString &text, TextStyle style, ColorRole color, int widest, QWidget *parent)
    : TextLabel(text, style, color, parent)
    , m_widest(widest)
{
    setWordWrap(true);
    setAlignment(Qt::AlignTop | Qt::AlignLeading);
    limitWidth();
}

QSize WrapLabel::sizeHint() const
{
    const int oneLine = fontMetrics().horizontalAdvance(text()) + 1;
    const int width = m_widest > 0 ? std::min(oneLine, scaled(m_widest)) : oneLine;
    return {width, heightForWidth(width)};
}

QSize WrapLabel::minimumSizeHint() const
{
    constexpr int fewLetters = 8;
    return {fewLetters * fontMetrics().averageCharWidth(), fontMetrics().height()};
}

bool WrapLabel::event(QEvent *event)
{
    const bool handled = TextLabel::event(event);
    if (event->type() == QEvent::FontChange) {
        limitWidth();
        takeHeight();
    }
    return handled;
}

void WrapLabel::resizeEvent(QResizeEvent *event)
{
    TextLabel::resizeEvent(event);
    takeHeight();
}

void WrapLabel::limitWidth()
{
    if (m_widest > 0)
        setMaximumWidth(scaled(m_widest));
}

void WrapLabel::takeHeight()
{
    setMinimumHeight(heightForWidth(width()));
}

} // namespace atelier::ui

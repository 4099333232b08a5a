#include "ui/widgets/WrapLabel.h"

#include <QEvent>
#include <QResizeEvent>

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
    return {fewLetters * fontMetrics().averageCharWidth(), heightForWidth(width())};
}

int WrapLabel::heightForWidth(int width) const
{
    // A box layout asks with all the width that it has, also for a label that takes only a part of it.
    return std::max(0, TextLabel::heightForWidth(std::min(width, maximumWidth())));
}

bool WrapLabel::event(QEvent *event)
{
    const bool handled = TextLabel::event(event);
    if (event->type() == QEvent::FontChange)
        limitWidth();
    return handled;
}

void WrapLabel::resizeEvent(QResizeEvent *event)
{
    TextLabel::resizeEvent(event);
    // The least height depends on the width that it has just been given.
    if (event->oldSize().width() != width())
        updateGeometry();
}

void WrapLabel::limitWidth()
{
    if (m_widest > 0)
        setMaximumWidth(scaled(m_widest));
}

} // namespace atelier::ui

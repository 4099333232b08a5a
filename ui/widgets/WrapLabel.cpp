#include "ui/widgets/WrapLabel.h"

#include <QEvent>
#include <QResizeEvent>

#include <algorithm>
#include <iterator>

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
    if (m_measuredText != text() || m_measuredFont != font()) {
        m_heights.clear();
        m_measuredText = text();
        m_measuredFont = font();
    }
    // A box layout asks with all the width that it has, also for a label that takes only a part of it.
    const int shown = std::min(width, maximumWidth());
    const auto next = m_heights.lower_bound(shown);
    if (next != m_heights.end() && next->first == shown)
        return next->second;
    // More room never takes more lines.
    if (next != m_heights.begin() && next != m_heights.end() && std::prev(next)->second == next->second)
        return next->second;
    return m_heights[shown] = std::max(0, TextLabel::heightForWidth(shown));
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

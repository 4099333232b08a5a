#include "ui/log/LogRuler.h"

#include "ui/theme/Colors.h"
#include "ui/theme/Draw.h"

#include <QPainter>
#include <QStyleOptionSlider>

#include <algorithm>

namespace atelier::ui {

namespace {

constexpr int rulerWidth = 14;
constexpr int markHeight = 2;

} // namespace

LogRuler::LogRuler(QWidget *parent)
    : QScrollBar(Qt::Vertical, parent)
{
}

void LogRuler::setMarks(std::uint64_t lines, std::vector<Marks::Mark> levels, std::vector<Marks::Mark> hits)
{
    m_lines = lines;
    m_levels = std::move(levels);
    m_hits = std::move(hits);
    update();
}

QSize LogRuler::sizeHint() const
{
    return {rulerWidth, QScrollBar::sizeHint().height()};
}

QRectF LogRuler::thumb() const
{
    QStyleOptionSlider option;
    initStyleOption(&option);
    const QRect slider
        = style()->subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarSlider, this);
    return QRectF(slider).adjusted(4, 1, -3, -1);
}

// A file that does not fill the window has its marks beside its lines.
double LogRuler::y(std::uint64_t line) const
{
    const auto rows = static_cast<double>(std::max<std::uint64_t>(
        m_lines, static_cast<std::uint64_t>(maximum()) + static_cast<std::uint64_t>(pageStep())));
    return rows > 0 ? static_cast<double>(line) / rows * (height() - markHeight) : 0;
}

void LogRuler::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), colors().surface);
    painter.fillRect(0, 0, 1, height(), colors().strokeSubtle);
    painter.setRenderHint(QPainter::Antialiasing);
    if (maximum() > minimum())
        drawBox(painter, thumb(), 3.5,
            over(colors().pressed, isSliderDown() || underMouse() ? colors().stroke : colors().surface));
    painter.setRenderHint(QPainter::Antialiasing, false);
    const auto mark = [&](std::uint64_t line, const QColor &color) {
        painter.fillRect(QRectF(2, y(line), width() - 3, markHeight), color);
    };
    for (const Marks::Mark &hit : m_hits)
        mark(hit.line, colors().warningSolid);
    for (const Marks::Mark &level : m_levels)
        if (!isError(level.level))
            mark(level.line, withAlpha(colors().warningSolid, 0.6));
    for (const Marks::Mark &level : m_levels)
        if (isError(level.level))
            mark(level.line, colors().dangerSolid);
}

} // namespace atelier::ui

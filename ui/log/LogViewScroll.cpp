#include "ui/log/LogRuler.h"
#include "ui/log/LogView.h"

#include <QScrollBar>
#include <QSignalBlocker>
#include <QWheelEvent>

#include <algorithm>
#include <limits>

namespace atelier::ui {

namespace {

constexpr int rowsPerNotch = 3;
constexpr int notch = 120; ///< eighths of a degree

int barValue(std::uint64_t line)
{
    return static_cast<int>(std::min<std::uint64_t>(line, std::numeric_limits<int>::max()));
}

} // namespace

int LogView::rowsInView() const
{
    return std::max(1, viewport()->height() / m_metrics.rowHeight);
}

// The top with which the last row stands at the window's end.
LogView::Top LogView::lastTop() const
{
    const std::uint64_t lines = m_document.state().lines;
    const auto view = static_cast<std::uint64_t>(rowsInView());
    const std::uint64_t first = lines > view ? lines - view : 0;
    if (!m_wrapped || lines == 0)
        return {first, 0};
    int left = rowsInView();
    const std::vector<LogLine> last = m_document.index()->lines(first, static_cast<std::size_t>(view));
    for (auto line = last.rbegin(); line != last.rend(); ++line) {
        const int rows = m_metrics.rowsOf(LineCells(line->shown.text));
        if (rows >= left)
            return {line->number, rows - left};
        left -= rows;
    }
    return {first, 0};
}

LogView::Top LogView::moved(Top top, int rows) const
{
    if (!m_wrapped) {
        const auto distance = static_cast<std::uint64_t>(std::abs(rows));
        return {rows < 0 ? top.line - std::min(top.line, distance) : top.line + distance, 0};
    }
    const auto near = static_cast<std::uint64_t>(std::abs(rows)) + 1;
    const std::uint64_t first = rows < 0 ? top.line - std::min(top.line, near) : top.line;
    std::vector<int> heights;
    for (const LogLine &line : m_document.index()->lines(first, static_cast<std::size_t>(near)))
        heights.push_back(m_metrics.rowsOf(LineCells(line.shown.text)));
    int row = top.row + rows;
    std::uint64_t line = top.line;
    while (row < 0 && line > first)
        row += heights[static_cast<std::size_t>(--line - first)];
    while (line - first < heights.size() && row >= heights[static_cast<std::size_t>(line - first)])
        row -= heights[static_cast<std::size_t>(line++ - first)];
    return {line, std::max(0, row)};
}

void LogView::setTop(Top top)
{
    m_top = top;
    m_stale = true;
    const Top last = lastTop();
    const QSignalBlocker quiet(m_ruler);
    m_ruler->setPageStep(rowsInView());
    m_ruler->setRange(0, barValue(last.line + (last.row > 0 ? 1 : 0)));
    m_ruler->setValue(top == last ? m_ruler->maximum() : barValue(top.line));
    viewport()->update();
}

void LogView::scrollRows(int rows)
{
    if (m_document.index() == nullptr)
        return;
    const Top before = m_top;
    setTop(std::min(moved(m_top, rows), lastTop()));
    if (m_top < before)
        setFollowing(false);
}

void LogView::scrollToBar(int value)
{
    const Top before = m_top;
    setTop(value == m_ruler->maximum() ? lastTop() : Top{static_cast<std::uint64_t>(value), 0});
    if (m_top < before)
        setFollowing(false);
}

// Sideways; up and down comes through the ruler's own signal.
void LogView::scrollContentsBy(int, int)
{
    m_metrics.left = horizontalScrollBar()->value();
    viewport()->update();
}

void LogView::wheelEvent(QWheelEvent *event)
{
    if (event->angleDelta().x() != 0 || (event->modifiers() & Qt::ShiftModifier) != 0) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    m_wheel += event->angleDelta().y() * rowsPerNotch;
    scrollRows(-(m_wheel / notch));
    m_wheel %= notch;
    event->accept();
}

void LogView::showLine(std::uint64_t line)
{
    setFollowing(false);
    moveCaret({line, 0}, false);
    const auto above = static_cast<std::uint64_t>(rowsInView() / 3);
    setTop(std::min(Top{line - std::min(line, above), 0}, lastTop()));
}

void LogView::showFirstError()
{
    if (const auto line = m_document.state().firstError)
        showLine(*line);
}

// Scrolls as little as brings the place into view.
void LogView::showPlace(LogPlace place)
{
    layLines();
    const auto view = static_cast<std::uint64_t>(rowsInView());
    const bool below = m_lines.empty() || place.line > m_lines.back().line.number
        || (!m_wrapped && place.line >= m_top.line + view)
        || (m_wrapped && place.line == m_lines.back().line.number);
    if (place.line < m_top.line || (place.line == m_top.line && m_top.row > 0)) {
        setFollowing(false);
        setTop({place.line, 0});
    } else if (below) {
        setTop(std::min(moved({place.line, 0}, 1 - rowsInView()), lastTop()));
    }
    const auto line = lineAt(place.line);
    if (!line || m_wrapped)
        return;
    const int index = std::min(place.index, line->cells.size());
    const double x = line->shaped ? m_metrics.x(0) + line->shaped->lineAt(0).cursorToX(index)
                                  : m_metrics.x(line->cells.columnOf(index));
    const int margin = static_cast<int>(m_metrics.columnWidth * 4);
    if (x < m_metrics.gutter)
        horizontalScrollBar()->setValue(m_metrics.left - (m_metrics.gutter - static_cast<int>(x)) - margin);
    else if (x > viewport()->width() - margin)
        horizontalScrollBar()->setValue(
            m_metrics.left + static_cast<int>(x) - viewport()->width() + 2 * margin);
}

void LogView::find(const QString &text, LetterCase letterCase)
{
    m_hit.reset();
    const auto line = lineAt(m_caret.line);
    m_seekFrom = line ? line->line.offset : 0;
    m_seeking = !text.isEmpty();
    m_document.search(text, letterCase);
}

void LogView::takeSearch()
{
    m_stale = true;
    viewport()->update();
    updateMarks();
    if (const LogSearch *search = m_document.search(); search != nullptr && m_seeking) {
        const auto hit = search->nextFrom(m_seekFrom);
        if (hit && (hit->offset >= m_seekFrom || search->state().complete))
            showHit(hit);
    }
    Q_EMIT searchChanged();
}

void LogView::showNextHit()
{
    if (const LogSearch *search = m_document.search())
        showHit(search->nextFrom(m_hit ? m_hit->offset + 1 : m_seekFrom));
}

void LogView::showPreviousHit()
{
    if (const LogSearch *search = m_document.search())
        showHit(search->lastBefore(m_hit ? m_hit->offset : m_seekFrom));
}

void LogView::showHit(const std::optional<LogSearch::Hit> &hit)
{
    if (!hit)
        return;
    m_seeking = false;
    m_hit = hit;
    m_stale = true;
    const std::uint64_t number = m_document.index()->lineAt(hit->offset);
    if (const auto line = lineAt(number)) {
        const int at
            = line->currentHit >= 0 ? line->hits[static_cast<std::size_t>(line->currentHit)].first : 0;
        m_anchor = m_caret = {number, at};
        const bool inView
            = number >= m_top.line && number < m_top.line + static_cast<std::uint64_t>(rowsInView());
        if (!inView)
            showLine(number);
        m_anchor = m_caret = {number, at};
        showPlace(m_caret);
    }
    viewport()->update();
    Q_EMIT searchChanged();
}

} // namespace atelier::ui

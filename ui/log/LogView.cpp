#include "ui/log/LogView.h"

#include "ui/log/AccessibleLog.h"
#include "ui/log/LogRuler.h"
#include "ui/theme/Colors.h"
#include "ui/theme/Draw.h"

#include <QEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace atelier::ui {

LogView::LogView(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_ruler(new LogRuler(this))
{
    installAccessibleLog();
    setAccessibleName(tr("Log"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setVerticalScrollBar(m_ruler);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    // Without one the style paints a box where the two bars meet.
    setCornerWidget(new QWidget);
    viewport()->setCursor(Qt::IBeamCursor);
    m_ruler->setAccessibleName(tr("Place in the log"));
    connect(m_ruler, &QScrollBar::valueChanged, this, &LogView::scrollToBar);
    connect(&m_document, &LogDocument::restarted, this, &LogView::takeRestart);
    connect(&m_document, &LogDocument::changed, this, &LogView::takeChange);
    connect(&m_document, &LogDocument::searchChanged, this, &LogView::takeSearch);
}

LogView::~LogView() = default;

void LogView::setFile(const QString &path)
{
    m_errand.cancel();
    m_document.setFile(path);
}

void LogView::setLive(bool live)
{
    if (m_live == live)
        return;
    m_live = live;
    watch();
    setFollowing(live);
    Q_EMIT liveChanged(live);
}

void LogView::setFollowing(bool following)
{
    if (m_following == following)
        return;
    m_following = following;
    relay();
    Q_EMIT followingChanged(following);
}

void LogView::setWrapped(bool wrapped)
{
    if (m_wrapped == wrapped)
        return;
    m_wrapped = wrapped;
    m_top.row = 0;
    m_metrics.left = 0;
    relay();
    Q_EMIT wrappedChanged(wrapped);
}

void LogView::watch()
{
    m_document.setWatched(m_live && isVisible());
}

void LogView::showEvent(QShowEvent *event)
{
    QAbstractScrollArea::showEvent(event);
    watch();
}

void LogView::hideEvent(QHideEvent *event)
{
    QAbstractScrollArea::hideEvent(event);
    watch();
}

void LogView::takeRestart()
{
    m_errand.cancel();
    m_top = {};
    m_anchor = m_caret = {};
    m_hit.reset();
    m_longest = 0;
    takeChange();
}

void LogView::takeChange()
{
    relay();
    updateMarks();
    Q_EMIT documentChanged();
}

bool LogView::event(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange
        || event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationFontChange)
        relay();
    return QAbstractScrollArea::event(event);
}

bool LogView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        viewport()->update();
    return QAbstractScrollArea::viewportEvent(event);
}

void LogView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    relay();
}

// After anything that changes which lines there are or how large they are.
void LogView::relay()
{
    const int left = m_metrics.left;
    m_metrics = logMetrics(m_document.state().lines, viewport()->width(), m_wrapped);
    m_metrics.left = left;
    setTop(m_following ? lastTop() : std::min(m_top, lastTop()));
}

void LogView::updateMarks()
{
    const LogIndex *index = m_document.index();
    const LogSearch *search = m_document.search();
    m_ruler->setMarks(m_document.state().lines,
        index != nullptr ? index->marks() : std::vector<Marks::Mark>(),
        search != nullptr ? search->marks() : std::vector<Marks::Mark>());
}

void LogView::layLines()
{
    if (!m_stale || m_document.index() == nullptr)
        return;
    m_stale = false;
    m_lines.clear();
    int rows = -m_top.row;
    const int wanted = rowsInView() + 1;
    for (LogLine &line : m_document.index()->lines(m_top.line, static_cast<std::size_t>(wanted))) {
        if (rows >= wanted)
            break;
        m_lines.push_back(laid(std::move(line)));
        rows += m_lines.back().rows;
    }
    int longest = m_longest;
    for (const LaidLine &line : m_lines)
        longest = std::max(longest,
            static_cast<int>(std::ceil(line.width(m_metrics) / m_metrics.columnWidth))
                + (line.line.cut ? 40 : 1));
    m_longest = longest;
    const int width = static_cast<int>(m_longest * m_metrics.columnWidth);
    const int room = viewport()->width() - m_metrics.gutter;
    horizontalScrollBar()->setPageStep(room);
    horizontalScrollBar()->setSingleStep(static_cast<int>(m_metrics.columnWidth * 4));
    horizontalScrollBar()->setRange(0, m_wrapped ? 0 : std::max(0, width - room));
}

LaidLine LogView::laid(LogLine line) const
{
    LaidLine laid;
    laid.cells = LineCells(line.shown.text);
    laid.look = lookOf(line, laid.cells);
    if (laid.cells.needsShaping())
        laid.shaped = shapedLine(laid.cells, m_metrics, laid.look);
    laid.rows = laid.shaped ? std::max(1, laid.shaped->lineCount()) : m_metrics.rowsOf(laid.cells);
    laid.line = std::move(line);
    markHits(laid);
    markSelection(laid);
    return laid;
}

void LogView::markHits(LaidLine &laid) const
{
    const LogSearch *search = m_document.search();
    if (search == nullptr)
        return;
    const Needle &needle = search->needle();
    const ShownLine &shown = laid.line.shown;
    for (std::size_t at = needle.find(shown.text); at != std::string::npos;
         at = needle.find(shown.text, at + needle.size())) {
        if (m_hit && laid.line.shownOffset + shown.origins[at] == m_hit->offset)
            laid.currentHit = static_cast<int>(laid.hits.size());
        laid.hits.emplace_back(laid.cells.indexOfByte(at), laid.cells.indexOfByte(at + needle.size()));
    }
}

void LogView::markSelection(LaidLine &laid) const
{
    const auto [from, to] = std::minmax(m_anchor, m_caret);
    const std::uint64_t line = laid.line.number;
    if (line >= from.line && line <= to.line) {
        laid.selectedBegin = line == from.line ? std::min(from.index, laid.cells.size()) : 0;
        laid.selectedEnd = line == to.line ? std::min(to.index, laid.cells.size()) : laid.cells.size();
        laid.selectedBeyond = line != to.line;
    }
    if (line == m_caret.line && hasFocus())
        laid.caret = std::min(m_caret.index, laid.cells.size());
}

void LogView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), colors().surface);
    layLines();
    LinePainter lines(painter, m_metrics);
    int y = -m_top.row * m_metrics.rowHeight;
    for (const LaidLine &line : m_lines) {
        lines.paint(line, y);
        y += line.rows * m_metrics.rowHeight;
    }
}

QString LogView::caretText() const
{
    const auto line = lineAt(m_caret.line);
    return line ? line->cells.text() : QString();
}

std::optional<std::uint64_t> LogView::currentHit() const
{
    return m_hit ? std::optional(m_hit->number) : std::nullopt;
}

} // namespace atelier::ui

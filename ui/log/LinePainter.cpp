#include "ui/log/LinePainter.h"

#include "ui/text/Format.h"
#include "ui/theme/Colors.h"
#include "ui/theme/Draw.h"
#include "ui/theme/Type.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace atelier::ui {

namespace {

constexpr int edgeWidth = 3;
constexpr int gutterBeside = 22; ///< beside the digits
constexpr int gutterBehind = 14; ///< of that, between number and text
constexpr int fewestDigits = 4;
constexpr double hitOpacity = 0.22;
constexpr double currentHitOpacity = 0.62;
constexpr double selectionOpacity = 0.30;

bool hasEdge(const LogLine &line)
{
    return line.judgement.level >= Level::Warning;
}

} // namespace

int LogMetrics::rowsOf(const LineCells &cells) const
{
    if (cells.needsShaping() && columnsPerRow > 0)
        return std::max(1, shapedLine(cells, *this)->lineCount());
    return columnsPerRow == 0 ? 1 : std::max(1, (cells.columns() + columnsPerRow - 1) / columnsPerRow);
}

double LaidLine::width(const LogMetrics &metrics) const
{
    return shaped ? shaped->maximumWidth() : cells.columns() * metrics.columnWidth;
}

LogMetrics logMetrics(std::uint64_t lines, int width, bool wrapped)
{
    LogMetrics metrics;
    metrics.font = font(TextStyle::Code);
    const QFontMetricsF code(metrics.font);
    const int digits = std::max(fewestDigits, static_cast<int>(QString::number(lines).size()));
    metrics.columnWidth = code.horizontalAdvance(QLatin1Char('0'));
    metrics.rowHeight = static_cast<int>(std::ceil(code.height())) + scaled(4);
    metrics.ascent = scaled(2) + static_cast<int>(std::round(code.ascent()));
    metrics.gutter = static_cast<int>(std::ceil(digits * metrics.columnWidth)) + scaled(gutterBeside);
    metrics.width = width;
    if (wrapped)
        metrics.columnsPerRow
            = std::max(8, static_cast<int>((width - metrics.gutter) / metrics.columnWidth) - 1);
    return metrics;
}

LinePainter::LinePainter(QPainter &painter, const LogMetrics &metrics)
    : m_painter(painter)
    , m_metrics(metrics)
{
    m_painter.setFont(metrics.font);
}

void LinePainter::paint(const LaidLine &line, int y)
{
    paintTint(line, y, line.rows * m_metrics.rowHeight);
    paintNumber(line, y);
    m_painter.save();
    m_painter.setClipRect(
        m_metrics.gutter, 0, m_metrics.width - m_metrics.gutter, m_painter.device()->height());
    if (line.shaped)
        paintShaped(line, y);
    for (int row = 0; row < line.rows && !line.shaped; ++row)
        paintRow(line, row, y + row * m_metrics.rowHeight);
    paintEnd(line, y + (line.rows - 1) * m_metrics.rowHeight);
    m_painter.restore();
}

void LinePainter::paintTint(const LaidLine &line, int y, int height)
{
    if (!hasEdge(line.line))
        return;
    const bool error = isError(line.line.judgement.level);
    m_painter.fillRect(0, y, m_metrics.width, height, error ? colors().dangerFill : colors().warningFill);
    m_painter.fillRect(0, y, edgeWidth, height, error ? colors().dangerSolid : colors().warningSolid);
}

void LinePainter::paintNumber(const LaidLine &line, int y)
{
    const bool error = isError(line.line.judgement.level);
    m_painter.setPen(error                          ? colors().dangerText
            : hasEdge(line.line) || line.caret >= 0 ? colors().text2
                                                    : colors().text3);
    m_painter.drawText(QRectF(0, y + scaled(2), m_metrics.gutter - scaled(gutterBehind), m_metrics.rowHeight),
        Qt::AlignRight | Qt::AlignTop, QString::number(line.line.number + 1));
}

void LinePainter::paintShaped(const LaidLine &line, int y)
{
    QList<QTextLayout::FormatRange> marks;
    const auto mark = [&](int begin, int end, const QColor &color) {
        QTextCharFormat format;
        format.setBackground(color);
        if (color.isValid() && end > begin)
            marks.push_back({begin, end - begin, format});
    };
    for (const ColorRun &run : line.look)
        mark(run.begin, run.end, run.background);
    for (std::size_t i = 0; i < line.hits.size(); ++i)
        mark(line.hits[i].first, line.hits[i].second,
            withAlpha(colors().warningSolid,
                static_cast<int>(i) == line.currentHit ? currentHitOpacity : hitOpacity));
    const QColor selected = withAlpha(colors().accentStroke, selectionOpacity);
    mark(line.selectedBegin, line.selectedEnd, selected);
    const QPointF origin(m_metrics.x(0), y);
    line.shaped->draw(&m_painter, origin, marks);
    if (line.selectedBeyond)
        m_painter.fillRect(QRectF(endOf(line), y + (line.rows - 1) * m_metrics.rowHeight,
                               m_metrics.columnWidth, m_metrics.rowHeight),
            selected);
    m_painter.setPen(colors().accentText);
    if (line.caret >= 0)
        line.shaped->drawCursor(&m_painter, origin, line.caret, 1);
}

void LinePainter::paintRow(const LaidLine &line, int row, int y)
{
    if (y + m_metrics.rowHeight < 0 || y > m_painter.device()->height())
        return;
    for (const ColorRun &run : line.look)
        if (run.background.isValid())
            paintBand(line, row, y, run.begin, run.end, run.background);
    paintHits(line, row, y);
    if (line.selectedEnd > line.selectedBegin)
        paintBand(line, row, y, line.selectedBegin, line.selectedEnd,
            withAlpha(colors().accentStroke, selectionOpacity));
    for (const ColorRun &run : line.look)
        paintRun(line, row, y, run);
    if (line.caret < 0)
        return;
    const QRectF caret = cellsRect(line, row, y, line.caret, line.caret);
    const bool lastRow = row == line.rows - 1;
    const int column = line.cells.columnOf(line.caret) - row * m_metrics.columnsPerRow;
    if (column >= 0 && (m_metrics.columnsPerRow == 0 || column < m_metrics.columnsPerRow || lastRow))
        m_painter.fillRect(QRectF(caret.x(), y + 1, 1, m_metrics.rowHeight - 2), colors().accentText);
}

// The part of the cells from `begin` to `end` that this row shows; empty where it shows none.
QRectF LinePainter::cellsRect(const LaidLine &line, int row, int y, int begin, int end) const
{
    int from = line.cells.columnOf(begin);
    int to = line.cells.columnOf(end);
    if (m_metrics.columnsPerRow > 0) {
        const int first = row * m_metrics.columnsPerRow;
        from = std::clamp(from - first, 0, m_metrics.columnsPerRow);
        to = std::clamp(to - first, 0, m_metrics.columnsPerRow);
    }
    return {m_metrics.x(from), static_cast<double>(y), (to - from) * m_metrics.columnWidth,
        static_cast<double>(m_metrics.rowHeight)};
}

void LinePainter::paintBand(const LaidLine &line, int row, int y, int begin, int end, const QColor &color)
{
    QRectF band = cellsRect(line, row, y, begin, end);
    if (line.selectedBeyond && end == line.selectedEnd && row == line.rows - 1)
        band.setRight(band.right() + m_metrics.columnWidth);
    m_painter.fillRect(band, color);
}

void LinePainter::paintHits(const LaidLine &line, int row, int y)
{
    m_painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t i = 0; i < line.hits.size(); ++i) {
        const QRectF cells = cellsRect(line, row, y, line.hits[i].first, line.hits[i].second);
        if (cells.width() <= 0)
            continue;
        const bool current = static_cast<int>(i) == line.currentHit;
        drawBox(m_painter, cells.adjusted(-1, 1, 1, -1), 3,
            withAlpha(colors().warningSolid, current ? currentHitOpacity : hitOpacity),
            current ? colors().warningSolid : QColor(Qt::transparent));
    }
    m_painter.setRenderHint(QPainter::Antialiasing, false);
}

void LinePainter::paintRun(const LaidLine &line, int row, int y, const ColorRun &run)
{
    const LineCells &cells = line.cells;
    const int perRow = m_metrics.columnsPerRow;
    const int firstVisible
        = perRow > 0 ? row * perRow : static_cast<int>(m_metrics.left / m_metrics.columnWidth);
    const int lastVisible = perRow > 0
        ? firstVisible + perRow
        : firstVisible + static_cast<int>((m_metrics.width - m_metrics.gutter) / m_metrics.columnWidth) + 2;
    const int begin = std::max(run.begin, cells.indexAt(firstVisible));
    const int end = std::min(run.end, cells.indexAt(lastVisible));
    if (begin >= end)
        return;
    m_painter.setPen(run.foreground);
    if (run.bold) {
        QFont bold = m_metrics.font;
        bold.setWeight(QFont::Bold);
        m_painter.setFont(bold);
    }
    const auto draw = [&](int from, int to) {
        const int column = cells.columnOf(from) - row * perRow;
        m_painter.drawText(
            QPointF(m_metrics.x(column), y + m_metrics.ascent), cells.text().mid(from, to - from));
    };
    if (cells.isPlain()) {
        draw(begin, end);
    } else {
        // Fonts that stand in for characters of the wide world have widths of their own: one cell after the
        // other.
        for (int i = begin; i < end;) {
            const int next = std::max(i + 1, cells.behind(i));
            if (cells.text().at(i) != QLatin1Char('\t'))
                draw(i, std::min(next, end));
            i = next;
        }
    }
    if (run.bold)
        m_painter.setFont(m_metrics.font);
}

double LinePainter::endOf(const LaidLine &line) const
{
    if (line.shaped)
        return m_metrics.x(0) + line.shaped->lineAt(line.rows - 1).naturalTextRect().right();
    return m_metrics.x(line.cells.columns() - (line.rows - 1) * m_metrics.columnsPerRow);
}

void LinePainter::paintEnd(const LaidLine &line, int y)
{
    if (!line.line.cut)
        return;
    const QString length = bytesText(line.line.length);
    m_painter.setPen(colors().text3);
    m_painter.drawText(QPointF(endOf(line) + m_metrics.columnWidth, y + m_metrics.ascent),
        QCoreApplication::translate("atelier::ui::LogView", "… cut here, the line has %1").arg(length));
}

} // namespace atelier::ui

#pragma once

#include "ui/log/LineLook.h"
#include "ui/log/ShapedLine.h"

#include <QFont>
#include <QPainter>

#include <utility>
#include <vector>

namespace atelier::ui {

/// Where things are in a log's window, in pixels; a column is as wide as a character.
struct LogMetrics
{
    QFont font;
    double columnWidth = 1;
    int rowHeight = 1;
    int ascent = 0;
    int gutter = 0; ///< where the text starts
    int left = 0; ///< how far it is scrolled to the side
    int width = 0;
    int columnsPerRow = 0; ///< 0: lines are not wrapped

    [[nodiscard]] int rowsOf(const LineCells &cells) const;
    [[nodiscard]] double x(int column) const { return gutter + column * columnWidth - left; }
};

[[nodiscard]] LogMetrics logMetrics(std::uint64_t lines, int width, bool wrapped);

/// A line that is ready to be painted.
struct LaidLine
{
    LogLine line;
    LineCells cells;
    std::vector<ColorRun> look;
    std::vector<std::pair<int, int>> hits; ///< indices of the text
    int currentHit = -1; ///< one of `hits`
    int selectedBegin = 0;
    int selectedEnd = 0;
    bool selectedBeyond = false; ///< the selection goes on in the next line
    int caret = -1; ///< an index, where there is one
    int rows = 1;
    std::shared_ptr<QTextLayout> shaped; ///< where its letters cannot stand in cells

    [[nodiscard]] double width(const LogMetrics &metrics) const; ///< of the longest row
};

/// Paints lines of a log into its window.
class LinePainter
{
public:
    LinePainter(QPainter &painter, const LogMetrics &metrics);

    /// All rows of the line, the first one at `y`; those outside the window cost nothing.
    void paint(const LaidLine &line, int y);

private:
    void paintShaped(const LaidLine &line, int y);
    void paintRow(const LaidLine &line, int row, int y);
    void paintTint(const LaidLine &line, int y, int height);
    void paintNumber(const LaidLine &line, int y);
    void paintBand(const LaidLine &line, int row, int y, int begin, int end, const QColor &color);
    void paintHits(const LaidLine &line, int row, int y);
    void paintRun(const LaidLine &line, int row, int y, const ColorRun &run);
    void paintEnd(const LaidLine &line, int y);
    [[nodiscard]] double endOf(const LaidLine &line) const;
    [[nodiscard]] QRectF cellsRect(const LaidLine &line, int row, int y, int begin, int end) const;

    QPainter &m_painter;
    const LogMetrics &m_metrics;
};

} // namespace atelier::ui

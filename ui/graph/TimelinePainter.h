#pragma once

#include "core/graph/StepTimes.h"
#include "ui/graph/GraphModel.h"
#include "ui/graph/TimeAxis.h"

#include <QRectF>
#include <QSize>

class QPainter;

namespace atelier::ui {

/// Lengths of a timeline at the text scale in force.
struct TimelineMeasures
{
    int axis; ///< height of the axis above the rows
    int row;
    int bar;
    int label; ///< width of the column of names
    int time; ///< width of the column of durations

    [[nodiscard]] static TimelineMeasures forWidth(int width);
};

/// A row as it is to be painted.
struct TimelineRow
{
    const GraphNode &node;
    const StepSpan &span;
    std::optional<double> waitsUntil; ///< its begin, or now
    QString time;
    bool critical = false;
    bool chosen = false;
    bool focused = false;
};

/// Paints the parts of a timeline into a width; y is where a row begins.
class TimelinePainter
{
public:
    TimelinePainter(QPainter &painter, int width, double end);

    void paintRow(const TimelineRow &row, double y);
    void paintGrid(double top, double bottom);
    /// The times above the grid, and now.
    void paintAxis(std::optional<double> now, double bottom);
    /// One line below the bars of the steps on a path; `y` is where the row of each begins.
    void paintPath(const std::vector<StepSpan> &path, const std::vector<double> &y);

private:
    void paintLabel(const TimelineRow &row, const QRectF &box);
    void paintBars(const TimelineRow &row, double middle);
    void paintWait(double from, double to, double middle);
    void paintExpected(const QRectF &bar, const QColor &color);
    [[nodiscard]] QRectF bar(double from, double to, double middle) const;

    QPainter &m_painter;
    const int m_width;
    const TimelineMeasures m_measures;
    const TimeAxis m_axis;
};

} // namespace atelier::ui

#pragma once

#include "ui/plot/PlotReading.h"

class QPainter;

namespace atelier::ui {

/// The words of the box beside the crosshair that are not names or numbers.
struct ReadingWords
{
    QString heading;
    QString more; ///< for the lines that have no room; empty where all have
};

/// How many lines of a reading the box shows in a chart of that height; never more than twelve.
[[nodiscard]] std::size_t readingRows(const PlotFrame &frame, std::size_t lines);

// What lies over the picture of a chart and changes with the mouse; GUI thread.
void drawCrosshair(QPainter &painter, const PlotFrame &frame, const PlotReading &reading);
void drawReading(
    QPainter &painter, const PlotFrame &frame, const PlotReading &reading, const ReadingWords &words);
void drawSelection(QPainter &painter, const QRectF &box);
/// A remark in the upper end corner of the area.
void drawRemark(QPainter &painter, const QRectF &area, const QString &text);

} // namespace atelier::ui

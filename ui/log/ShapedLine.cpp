#include "ui/log/ShapedLine.h"

#include "ui/log/LinePainter.h"

#include <QWidget>

namespace atelier::ui {

namespace {

constexpr int tabColumns = 8;

QList<QTextLayout::FormatRange> formatsOf(const std::vector<ColorRun> &look)
{
    QList<QTextLayout::FormatRange> formats;
    for (const ColorRun &run : look) {
        QTextCharFormat format;
        format.setForeground(run.foreground);
        if (run.bold)
            format.setFontWeight(QFont::Bold);
        formats.push_back({run.begin, run.end - run.begin, format});
    }
    return formats;
}

QTextOption optionOf(const LogMetrics &metrics)
{
    // Where a text begins is at the left in every line: there its number stands.
    QTextOption option(Qt::AlignLeft | Qt::AlignAbsolute);
    option.setTextDirection(Qt::LayoutDirectionAuto);
    option.setTabStopDistance(tabColumns * metrics.columnWidth);
    option.setWrapMode(metrics.columnsPerRow > 0 ? QTextOption::WrapAnywhere : QTextOption::NoWrap);
    return option;
}

} // namespace

std::shared_ptr<QTextLayout> shapedLine(
    const LineCells &cells, const LogMetrics &metrics, const std::vector<ColorRun> &look)
{
    auto layout = std::make_shared<QTextLayout>(cells.text(), metrics.font);
    layout->setTextOption(optionOf(metrics));
    layout->setFormats(formatsOf(look));
    layout->setCacheEnabled(true);
    const double width
        = metrics.columnsPerRow > 0 ? metrics.columnsPerRow * metrics.columnWidth : QWIDGETSIZE_MAX;
    layout->beginLayout();
    for (QTextLine row = layout->createLine(); row.isValid(); row = layout->createLine()) {
        row.setLineWidth(width);
        row.setPosition({0, row.lineNumber() * metrics.rowHeight + metrics.ascent - row.ascent()});
    }
    layout->endLayout();
    return layout;
}

} // namespace atelier::ui

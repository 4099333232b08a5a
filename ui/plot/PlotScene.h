#pragma once

#include "ui/plot/PlotLook.h"
#include "ui/plot/PlotView.h"

#include <QSizeF>
#include <QString>

#include <memory>
#include <vector>

namespace atelier::ui {

/// One series of a chart.
struct PlotLine
{
    int id = 0;
    QString name;
    int color = 0; ///< index for lineLook
    series::History history;
};

/// Everything that is needed to draw a chart, as values that share the points with the chart.
struct PlotScene
{
    std::vector<PlotLine> lines; ///< the visible ones
    PlotView view;
    PlotLook look;
    QSizeF size; ///< logical pixels
    double pixelRatio = 1;
};

/// A series ready to be drawn.
struct DrawnLine
{
    int id = 0;
    QString name;
    int color = 0;
    std::shared_ptr<const series::Curve> curve;
};

} // namespace atelier::ui

#pragma once

#include "tests/ui/plot/Samples.h"
#include "tests/ui/plot/Screen.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace atelier::test {

/// A chart in a window of its own.
class ShownPlot : public testing::Test
{
protected:
    ShownPlot()
        : plot(raster)
    {
        plot.resize(500, 240);
        plot.show();
        plot.activateWindow();
        plot.setFocus();
    }

    int add(const std::vector<series::Point> &points, const QString &name = QStringLiteral("run"))
    {
        const int line = plot.addSeries(name, plot.seriesCount());
        plot.append(line, points);
        return line;
    }

    void draw() { ASSERT_TRUE(waitForPicture(plot)); }

    [[nodiscard]] const ui::PlotFrame &frame() const { return *plot.frame(); }
    [[nodiscard]] const QRectF &area() const { return frame().geometry.area(); }
    [[nodiscard]] QPoint at(double x) const
    {
        return QPointF(frame().geometry.left(x), area().center().y()).toPoint();
    }

    /// True when the picture has about that colour at a point of the chart.
    [[nodiscard]] bool hasColor(const QColor &color, double x, double y) const
    {
        const QImage &image = frame().image;
        const QPointF center(frame().geometry.left(x), frame().geometry.top(y));
        for (int dx = -1; dx <= 1; ++dx)
            for (int dy = -1; dy <= 1; ++dy) {
                const QPoint place = (center * image.devicePixelRatio()).toPoint() + QPoint(dx, dy);
                if (image.valid(place) && isAbout(image.pixelColor(place), color))
                    return true;
            }
        return false;
    }

    static bool isAbout(const QColor &a, const QColor &b)
    {
        constexpr int smoothedEdge = 150; // of 765
        return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) + std::abs(a.blue() - b.blue())
            < smoothedEdge;
    }

    ui::RasterThread raster;
    ui::MetricPlot plot;
};

} // namespace atelier::test

#include "ui/plot/PlotFrame.h"

#include "ui/plot/PlotPainter.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace atelier::ui {

bool PlotFrame::isEmpty() const
{
    return std::all_of(
        lines.begin(), lines.end(), [](const DrawnLine &line) { return line.curve->size() == 0; });
}

std::size_t PlotFrame::leftOut(series::LeftOut kind) const
{
    std::size_t count = 0;
    for (const DrawnLine &line : lines)
        count += line.curve->leftOutCount(kind, geometry.x());
    return count;
}

PlotFrame drawFrame(const PlotScene &scene, std::vector<DrawnLine> lines)
{
    PlotFrame frame;
    frame.geometry = PlotGeometry(scene, lines);
    frame.view = scene.view;
    frame.look = scene.look;
    frame.lines = std::move(lines);
    const QSizeF pixels = scene.size * scene.pixelRatio;
    frame.image = QImage(std::max(1, static_cast<int>(std::ceil(pixels.width()))),
        std::max(1, static_cast<int>(std::ceil(pixels.height()))), QImage::Format_RGB32);
    frame.image.setDevicePixelRatio(scene.pixelRatio);
    frame.image.fill(scene.look.surface);
    if (frame.isEmpty())
        return frame;
    QPainter painter(&frame.image);
    PlotPainter plot(painter, scene.look, frame.geometry, PlotTarget::Pixels);
    plot.drawAxes();
    plot.drawLines(frame.lines, scene.view.smoothing);
    plot.drawLeftOut(frame.lines);
    return frame;
}

} // namespace atelier::ui

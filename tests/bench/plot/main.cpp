// Prints what a chart of many long series costs: GUI thread while values come in, the picture on its thread,
// a zoom to single points, memory.
#include "tests/bench/support/Measure.h"
#include "tests/bench/support/Table.h"
#include "tests/ui/plot/Samples.h"
#include "tests/ui/plot/Screen.h"
#include "ui/plot/PlotCurves.h"

#include <QEventLoop>
#include <QTest>
#include <QTimer>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <malloc.h>
#include <random>

using namespace atelier;
using test::Durations;
using test::number;
using ui::MetricPlot;

namespace {

constexpr int seriesCount = 50;
constexpr int pointCount = 100'000;
constexpr int pointsAFrame = 100;
constexpr int frames = 40;

double threadMilliseconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

double heapMegabytes()
{
    const auto heap = mallinfo2();
    return static_cast<double>(heap.uordblks + heap.hblkhd) / 1e6;
}

/// Endless values of one training.
class Source
{
public:
    explicit Source(int line)
        : m_random(static_cast<unsigned>(line))
        , m_noise(line * 0.03, 0.05)
    {
    }

    [[nodiscard]] std::vector<series::Point> next(int count)
    {
        std::vector<series::Point> points;
        for (int i = 0; i < count; ++i, ++m_step)
            points.push_back(
                {m_step, m_step * 100, 2 / (1 + static_cast<double>(m_step) / 5000) + m_noise(m_random)});
        return points;
    }

private:
    std::mt19937 m_random;
    std::normal_distribution<double> m_noise;
    std::int64_t m_step = 0;
};

std::vector<Source> fill(MetricPlot &plot)
{
    std::vector<Source> sources;
    for (int line = 0; line < seriesCount; ++line) {
        sources.emplace_back(line);
        plot.addSeries(QStringLiteral("run %1").arg(line), line);
        plot.setSeriesVisible(line, true);
        plot.append(line, sources.back().next(pointCount));
    }
    return sources;
}

/// Runs the event loop as a window does, for so long.
void runFor(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

/// GUI thread, for each tenth of a second: takes in the points, sends the scene, shows the picture.
Durations live(MetricPlot &plot, std::vector<Source> &sources)
{
    Durations durations;
    for (int frame = 0; frame < frames; ++frame) {
        std::vector<std::vector<series::Point>> arrived;
        for (Source &source : sources)
            arrived.push_back(source.next(pointsAFrame));
        const double before = threadMilliseconds();
        for (int line = 0; line < seriesCount; ++line)
            plot.append(line, arrived[static_cast<std::size_t>(line)]);
        runFor(100);
        durations.add(threadMilliseconds() - before);
    }
    return durations;
}

/// GUI thread, for each place of the mouse.
Durations moveCrosshair(MetricPlot &plot)
{
    Durations durations;
    for (int move = 0; move < frames; ++move) {
        const double before = threadMilliseconds();
        plot.showCrosshair(1000 + move * 2000);
        plot.repaint();
        durations.add(threadMilliseconds() - before);
    }
    plot.showCrosshair(std::nullopt);
    return durations;
}

struct ZoomCost
{
    Durations wall;
    Durations processor; ///< both threads; the wall clock doubles on a busy machine
};

/// From the wish to the picture in the window.
ZoomCost zoom(MetricPlot &plot)
{
    ZoomCost cost;
    for (int round = 0; round < 15; ++round) {
        const double from = 1000 + round * 5000;
        const double before = test::processorMilliseconds();
        cost.wall.add(test::millisecondsFor([&] {
            plot.zoomTo(series::Range{from, from + 500});
            while (!plot.isUpToDate())
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        }));
        cost.processor.add(test::processorMilliseconds() - before);
        plot.resetZoom();
        if (!test::waitForPicture(plot))
            std::abort();
    }
    return cost;
}

ui::PlotScene sceneOf(std::vector<Source> &sources, QSizeF size, double ratio, double smoothing)
{
    ui::PlotScene scene;
    for (int line = 0; line < seriesCount; ++line) {
        ui::PlotLine drawn{line, QString(), line % 12, {}};
        for (const series::Point &point : sources[static_cast<std::size_t>(line)].next(pointCount))
            drawn.history.append(point);
        scene.lines.push_back(drawn);
    }
    scene.look = ui::plotLook();
    scene.size = size;
    scene.pixelRatio = ratio;
    scene.view.smoothing = smoothing;
    return scene;
}

void addWorker(test::Table &table, const char *what, double ratio, double smoothing)
{
    std::vector<Source> sources;
    for (int line = 0; line < seriesCount; ++line)
        sources.emplace_back(line);
    const ui::PlotScene scene = sceneOf(sources, {1200, 600}, ratio, smoothing);
    ui::PlotCurves curves;
    const double before = threadMilliseconds();
    (void)curves.update(scene);
    table.add({std::string(what) + ": curves from nothing", number(threadMilliseconds() - before), "", ""});
    Durations drawing;
    for (int round = 0; round < 12; ++round) {
        const double begin = threadMilliseconds();
        (void)ui::drawFrame(scene, curves.update(scene));
        drawing.add(threadMilliseconds() - begin);
    }
    table.add(
        {std::string(what) + ": picture", number(drawing.median()), number(drawing.quantile(0.95)), ""});
}

void addRow(test::Table &table, const std::string &what, const Durations &durations, const char *ceiling)
{
    table.add({what, number(durations.median(), 2), number(durations.quantile(0.95), 2), ceiling});
}

} // namespace

int main(int argc, char **argv)
{
    test::Screen screen(argc, argv);
    ui::RasterThread raster;
    const double before = heapMegabytes();
    MetricPlot plot(raster);
    plot.resize(1200, 600);
    plot.show();
    std::vector<Source> sources = fill(plot);
    const double points = heapMegabytes() - before;
    if (!test::waitForPicture(plot))
        return 1;
    const double drawn = heapMegabytes() - before;

    test::Table table({"50 series of 100,000 points, 1200x600", "median ms", "p95 ms", "ceiling ms"});
    addRow(table, "GUI thread CPU a frame, live at 10 Hz", live(plot, sources), "2");
    addRow(table, "GUI thread CPU a move of the crosshair", moveCrosshair(plot), "8");
    const ZoomCost zooming = zoom(plot);
    addRow(table, "zoom to 500 of 100,000 steps, wall", zooming.wall, "50");
    addRow(table, "  its CPU, both threads", zooming.processor, "");
    plot.setSmoothing(0.9);
    if (!test::waitForPicture(plot))
        return 1;
    addRow(table, "GUI thread CPU a frame, smoothed", live(plot, sources), "2");
    const double smoothed = heapMegabytes() - before;
    addWorker(table, "worker CPU", 1, 0);
    addWorker(table, "worker CPU, smoothed", 1, 0.9);
    addWorker(table, "worker CPU at 2x", 2, 0);
    table.print();
    std::printf("\nheap: points %.0f MB, with the curves %.0f MB, smoothed %.0f MB (%.1f bytes a point)\n",
        points, drawn, smoothed, smoothed * 1e6 / (seriesCount * (pointCount + 3.0 * frames * pointsAFrame)));
    return 0;
}

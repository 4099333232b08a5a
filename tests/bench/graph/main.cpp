#include "core/graph/LayeredLayout.h"
#include "tests/bench/support/Measure.h"
#include "tests/bench/support/Table.h"
#include "tests/ui/graph/SampleGraphs.h"
#include "ui/graph/GraphSelection.h"
#include "ui/graph/GraphView.h"
#include "ui/graph/TimelineView.h"
#include "ui/theme/Theme.h"

#include <QApplication>
#include <QScrollBar>

#include <functional>

namespace {

using namespace atelier;

constexpr QSize window(1100, 800);
constexpr int frames = 60;

struct Times
{
    test::Durations wall;
    test::Durations processor; ///< the wall clock counts other programs too, where the machine is shared
};

Times timesOf(const std::function<void()> &work, int rounds)
{
    for (int i = 0; i < 3; ++i)
        work();
    Times times;
    for (int i = 0; i < rounds; ++i) {
        const double before = test::processorMilliseconds();
        times.wall.add(test::millisecondsFor(work));
        times.processor.add(test::processorMilliseconds() - before);
    }
    return times;
}

class Report
{
public:
    void add(const char *what, const std::string &ceiling, const Times &times)
    {
        m_table.add(
            {what, ceiling, test::number(times.wall.median()), test::number(times.wall.quantile(0.95)),
                test::number(times.processor.median()), test::number(times.processor.quantile(0.95))});
    }

    void print() const { m_table.print(); }

private:
    test::Table m_table{{"what", "at most", "median ms", "p95 ms", "median CPU ms", "p95"}};
};

ui::GraphModel &filled(ui::GraphModel &model, const test::SampleGraph &sample)
{
    model.setGraph(sample.nodes, sample.edges);
    return model;
}

/// A graph in a window that is painted whenever it is asked to be.
struct Canvas
{
    explicit Canvas(const test::SampleGraph &sample)
        : view(filled(model, sample), selection)
    {
        view.resize(window);
        view.show();
        QApplication::processEvents();
    }

    Times pan(double zoom)
    {
        view.setZoom(zoom, view.viewport()->rect().center());
        int step = 3;
        return timesOf(
            [&] {
                QScrollBar &bar = *view.horizontalScrollBar();
                bar.setValue(bar.value() + (step = -step));
                view.viewport()->repaint();
            },
            frames);
    }

    Times fitted()
    {
        view.fit();
        return timesOf([&] { view.viewport()->repaint(); }, frames);
    }

    ui::GraphModel model;
    ui::GraphSelection selection;
    ui::GraphView view;
};

Times layout(int nodes, int edges)
{
    ui::GraphModel model;
    const Digraph graph = filled(model, test::largeGraph(nodes, edges)).digraph();
    return timesOf([&] { static_cast<void>(layeredLayout(graph, {100, 246, 24}, FlowDirection::Down)); }, 20);
}

Times timeline(const test::SampleGraph &sample)
{
    ui::GraphModel model;
    ui::GraphSelection selection;
    ui::TimelineView view(filled(model, sample), selection);
    view.setTimings(sample.timings, sample.now);
    view.resize(window);
    view.show();
    QApplication::processEvents();
    int row = 0;
    return timesOf(
        [&] {
            view.verticalScrollBar()->setValue(++row * 25);
            view.viewport()->repaint();
        },
        frames);
}

} // namespace

/// What a frame and a layout cost, offscreen in a window of 1100 x 800.
int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const ui::Theme theme(application, ui::Scheme::Dark);
    Report report;
    report.add("layout, 1,000 nodes, 1,500 edges", "100", layout(1000, 1500));
    report.add("layout, 5,000 nodes, 7,500 edges", "-", layout(5000, 7500));
    Canvas canvas(test::largeGraph(1000, 1500));
    report.add("pan at 1.0, 1,000 nodes", "8", canvas.pan(1.0));
    report.add("pan at 0.6, 1,000 nodes", "12", canvas.pan(0.6));
    report.add("pan at 0.35, 1,000 nodes", "12", canvas.pan(0.35));
    report.add("all of 1,000 nodes", "12", canvas.fitted());
    Canvas large(test::largeGraph(5000, 7500));
    report.add("pan at 1.0, 5,000 nodes", "-", large.pan(1.0));
    report.add("pan at 0.6, 5,000 nodes", "-", large.pan(0.6));
    report.add("all of 5,000 nodes", "-", large.fitted());
    report.add("timeline, 1,000 rows, scrolled", "8", timeline(test::largeGraph(1000, 1500)));
    report.print();
    return 0;
}

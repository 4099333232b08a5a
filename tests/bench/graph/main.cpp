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

namespace {

using namespace atelier;

constexpr QSize window(1100, 800);
constexpr int frames = 60;

class Report
{
public:
    void add(const char *what, const std::string &ceiling, const test::Durations &times)
    {
        m_table.add({what, ceiling, test::number(times.median()), test::number(times.quantile(0.95))});
    }

    void print() const { m_table.print(); }

private:
    test::Table m_table{{"what", "at most", "median ms", "p95 ms"}};
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

    test::Durations pan(double zoom)
    {
        view.setZoom(zoom, view.viewport()->rect().center());
        int step = 3;
        return test::measure(
            [&] {
                QScrollBar &bar = *view.horizontalScrollBar();
                bar.setValue(bar.value() + (step = -step));
                view.viewport()->repaint();
            },
            frames);
    }

    test::Durations fitted()
    {
        view.fit();
        return test::measure([&] { view.viewport()->repaint(); }, frames);
    }

    ui::GraphModel model;
    ui::GraphSelection selection;
    ui::GraphView view;
};

test::Durations layout(int nodes, int edges)
{
    ui::GraphModel model;
    const Digraph graph = filled(model, test::largeGraph(nodes, edges)).digraph();
    return test::measure([&] {
        static_cast<void>(layeredLayout(graph, {100, 246, 24}, FlowDirection::Down));
    });
}

test::Durations timeline(const test::SampleGraph &sample)
{
    ui::GraphModel model;
    ui::GraphSelection selection;
    ui::TimelineView view(filled(model, sample), selection);
    view.setTimings(sample.timings, sample.now);
    view.resize(window);
    view.show();
    QApplication::processEvents();
    int row = 0;
    return test::measure(
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

#include "ui/graph/MiniGraph.h"

#include "tests/ui/graph/SampleGraphs.h"
#include "ui/theme/Colors.h"

#include <gtest/gtest.h>

#include <QImage>
#include <QPixmap>

using namespace atelier;
using ui::MiniGraph;
using Qt::Literals::StringLiterals::operator""_s;

namespace {

QImage painted(const test::SampleGraph &sample)
{
    ui::GraphModel model;
    model.setGraph(sample.nodes, sample.edges);
    MiniGraph graph(model);
    graph.resize(graph.sizeHint());
    return graph.grab().toImage();
}

int pixelsOf(const QImage &image, const QColor &color, const QRect &area)
{
    int count = 0;
    for (int y = area.top(); y <= area.bottom(); ++y)
        for (int x = area.left(); x <= area.right(); ++x)
            count += image.pixelColor(x, y) == color ? 1 : 0;
    return count;
}

int differing(const QImage &a, const QImage &b, const QRect &area)
{
    int count = 0;
    for (int y = area.top(); y <= area.bottom(); ++y)
        for (int x = area.left(); x <= area.right(); ++x)
            count += a.pixel(x, y) != b.pixel(x, y) ? 1 : 0;
    return count;
}

} // namespace

TEST(MiniGraph, HasTheSizeOfTheCardItStandsIn)
{
    EXPECT_EQ(painted({}).size(), QSize(332, 176));
}

TEST(MiniGraph, RunsFromLeftToRight)
{
    // Load and Split are completed and in the first two ranks, the running forest is in the last.
    const QImage image = painted(test::smallPipeline());
    const QRect first(0, 0, 110, 176);
    const QRect last(222, 0, 110, 176);
    EXPECT_EQ(pixelsOf(image, ui::colors().accentStroke, first), 0);
    EXPECT_GT(pixelsOf(image, ui::colors().accentStroke, last), 50);
}

TEST(MiniGraph, MarksAReusedStepAsTheLargeGraphDoes)
{
    const ui::GraphNode reused = test::runningPipeline().nodes[0];
    ASSERT_TRUE(reused.reused);
    test::SampleGraph sample;
    sample.nodes = {reused};
    const QImage marked = painted(sample);
    sample.nodes[0].reused = false;
    sample.nodes[0].state = test::runningPipeline().nodes[5].state; // queued: as quiet, and without a mark
    // The only card stands in the middle; its mark is on its upper right corner.
    const QRect corner(166 + 45 - 10, 88 - 18 - 6, 16, 16);
    EXPECT_GT(differing(marked, painted(sample), corner), 30);
}

TEST(MiniGraph, ALargeGraphKeepsWithinIt)
{
    const QImage image = painted(test::largeGraph(200, 300));
    const QColor background = ui::colors().sunken;
    for (int y = 4; y < image.height() - 4; ++y)
        EXPECT_TRUE(image.pixelColor(3, y) == background || image.pixelColor(3, y).lightness() > 200) << y;
}

TEST(MiniGraph, IsReadOutStepByStep)
{
    const test::SampleGraph sample = test::smallPipeline();
    ui::GraphModel model;
    model.setGraph(sample.nodes, sample.edges);
    const MiniGraph graph(model);
    EXPECT_TRUE(graph.accessibleDescription().startsWith(u"Load: Completed, Reused from #14; Split: "_s));
    EXPECT_EQ(graph.focusPolicy(), Qt::NoFocus);
}

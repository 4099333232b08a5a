#include "ui/graph/NodeItem.h"

#include "tests/ui/graph/SampleGraphs.h"
#include "ui/graph/Canvas.h"
#include "ui/graph/NodeLook.h"
#include "ui/theme/Colors.h"

#include <gtest/gtest.h>

#include <QImage>
#include <QPainter>

using namespace atelier;
using ui::NodeItem;
using Qt::Literals::StringLiterals::operator""_s;

namespace {

/// The item on a canvas of its own, with 20 pixels around it, at a zoom.
QImage painted(NodeItem &item, double zoom = 1)
{
    QImage image(static_cast<int>((ui::nodeWidth + 40) * zoom),
        static_cast<int>((ui::nodeHeight + 40) * zoom), QImage::Format_RGB32);
    image.fill(ui::colors().canvas);
    QPainter painter(&image);
    painter.scale(zoom, zoom);
    painter.translate(20, 20);
    item.paint(&painter, nullptr, nullptr);
    return image;
}

ui::GraphNode node(int index)
{
    return test::runningPipeline().nodes[index];
}

int differing(const QImage &a, const QImage &b)
{
    int count = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            count += a.pixel(x, y) != b.pixel(x, y) ? 1 : 0;
    return count;
}

int rowsThatDiffer(const QImage &a, const QImage &b)
{
    int rows = 0;
    for (int y = 0; y < a.height(); ++y)
        rows += differing(a.copy(0, y, a.width(), 1), b.copy(0, y, a.width(), 1)) > 0 ? 1 : 0;
    return rows;
}

/// No pixel further out than the item says differs from the canvas.
bool keepsWithinItsBox(NodeItem &item)
{
    const QImage image = painted(item);
    const QRect box = item.boundingRect().translated(20, 20).toAlignedRect();
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (!box.contains(x, y) && image.pixelColor(x, y) != ui::colors().canvas)
                return false;
    return true;
}

} // namespace

TEST(NodeItem, ShowsItsStateAsItsBorder)
{
    for (const auto &[index, role] : {std::pair{0, &ui::Colors::stroke}, {1, &ui::Colors::successSolid},
             {2, &ui::Colors::dangerText}, {4, &ui::Colors::accentStroke}, {5, &ui::Colors::stroke}})
        EXPECT_EQ(ui::stateStroke(node(index).state), ui::colors().*role) << index;
}

TEST(NodeItem, FromAfarIsOneBoxInTheColorOfItsState)
{
    NodeItem item(node(2), 2);
    const QImage image = painted(item, 0.2);
    EXPECT_EQ(image.pixelColor(image.rect().center()), ui::colors().dangerText);
}

TEST(NodeItem, PaintsNoTextSmallerThanNinePixels)
{
    // A caption has 12 px: 9 at a zoom of 0.75, and 8.4 at 0.7.
    NodeItem item(node(1), 1);
    ui::GraphNode other = node(1);
    other.detail = u"another second line"_s;
    NodeItem otherwise(other, 1);
    EXPECT_GT(differing(painted(item, 0.75), painted(otherwise, 0.75)), 20);
    EXPECT_EQ(differing(painted(item, 0.7), painted(otherwise, 0.7)), 0);
}

TEST(NodeItem, ItsNameKeepsASizeThatCanBeRead)
{
    // The height of an M is about 0.73 of the size of its font.
    for (const double zoom : {0.3, 0.45, 0.55, 0.65}) {
        ui::GraphNode named = node(5);
        named.title = u"M"_s;
        named.detail.clear();
        NodeItem item(named, 5);
        named.title.clear();
        NodeItem nameless(named, 5);
        const int height = rowsThatDiffer(painted(item, zoom), painted(nameless, zoom));
        EXPECT_GE(height, 6) << zoom;
        EXPECT_LE(height, 9) << zoom;
    }
}

TEST(NodeItem, LooksOtherWhenItIsChosen)
{
    NodeItem item(node(1), 1);
    const QImage before = painted(item);
    item.setChosen(true);
    EXPECT_GT(differing(before, painted(item)), 200);
    item.setChosen(false);
    EXPECT_EQ(differing(before, painted(item)), 0);
}

TEST(NodeItem, NeverPaintsBeyondItsBox)
{
    for (int index = 0; index < 7; ++index) {
        NodeItem item(node(index), index);
        item.setChosen(true);
        EXPECT_TRUE(keepsWithinItsBox(item)) << index;
    }
}

TEST(NodeItem, KeepsNamesOfAnyLengthAndScriptWithinTheCard)
{
    for (const QString &title : {QString(250, u'W'), QString(250, u'i'), u"a\nb\nc"_s, u"שלום עולם"_s,
             u"مرحبا بالعالم"_s, u"🚀🚀🚀 Rakete 🚀🚀🚀 Rakete 🚀🚀🚀"_s, QString()}) {
        ui::GraphNode named = node(1);
        named.title = title;
        named.detail = title;
        NodeItem item(named, 0);
        const QImage image = painted(item);
        // Just right of the card's inner edge there is nothing but its surface.
        const int x = 20 + static_cast<int>(ui::nodeWidth) - 5;
        EXPECT_EQ(image.pixelColor(x, 20 + 30), ui::colors().surface) << title.toStdString();
        EXPECT_TRUE(keepsWithinItsBox(item)) << title.toStdString();
    }
}

TEST(NodeItem, SpreadsItsPortsAlongItsSides)
{
    const NodeItem item(node(6), 6);
    EXPECT_EQ(item.inputAt(0), QPointF(ui::nodeWidth / 4, 0));
    EXPECT_EQ(item.inputAt(2), QPointF(ui::nodeWidth * 3 / 4, 0));
    EXPECT_EQ(item.outputAt(0), QPointF(ui::nodeWidth / 2, ui::nodeHeight));
    EXPECT_EQ(item.inputAt(9), QPointF(ui::nodeWidth / 2, 0));
}

TEST(NodeItem, TellsThePortUnderTheMouseOrAllItsTexts)
{
    const NodeItem item(node(1), 1);
    EXPECT_EQ(item.toolTipAt(item.outputAt(1) + QPointF(2, 2)), u"test"_s);
    EXPECT_EQ(item.toolTipAt({100, 30}), u"Split data: Completed, 2 s · 426 / 143 rows"_s);
}

#include "ui/plot/PlotZoom.h"

#include <gtest/gtest.h>

using namespace atelier::ui;
using atelier::series::Range;

namespace {

constexpr ZoomLimits limits{{0, 100}, 2};

} // namespace

TEST(PlotZoom, KeepsWhatIsInTheCenter)
{
    EXPECT_EQ(zoomed({0, 100}, 25, 0.5, limits), (Range{12.5, 62.5}));
}

TEST(PlotZoom, IsNoneOnceAllIsShown)
{
    EXPECT_FALSE(zoomed({10, 90}, 50, 2, limits));
    EXPECT_FALSE(within({-5, 500}, limits));
}

TEST(PlotZoom, ShowsNoLessThanTheNarrowest)
{
    EXPECT_EQ(zoomed({49, 51}, 50, 0.1, limits), (Range{49, 51}));
}

TEST(PlotZoom, MovesToTheEndAndNoFurther)
{
    EXPECT_EQ(moved({40, 60}, 0.5, limits), (Range{50, 70}));
    EXPECT_EQ(moved({85, 95}, 10, limits), (Range{90, 100}));
    EXPECT_EQ(moved({5, 15}, -10, limits), (Range{0, 10}));
}

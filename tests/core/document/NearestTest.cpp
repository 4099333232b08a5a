#include "core/document/Nearest.h"

#include <gtest/gtest.h>

using namespace atelier;

TEST(Nearest, FindsTheSlipOfAKey)
{
    const std::vector<std::string_view> keys{"command", "compute", "inputs", "outputs", "environment"};
    EXPECT_EQ(nearest("comand", keys), "command");
    EXPECT_EQ(nearest("Inputs", keys), "inputs");
    EXPECT_EQ(nearest("inptus", keys), "inputs");
    EXPECT_EQ(nearest("enviroment", keys), "environment");
    EXPECT_EQ(nearest("env", keys), "environment");
    EXPECT_EQ(nearest("tags", keys), "");
    EXPECT_EQ(nearest("", keys), "");
}

TEST(Nearest, DoesNotCompareWhatIsNoSlip)
{
    const std::string huge(1'000'000, 'x');
    EXPECT_EQ(nearest(huge, {huge}), "");
}

TEST(Nearest, CutsLongTextBetweenCharacters)
{
    std::string text;
    for (int i = 0; i < 40; ++i)
        text += "ä";
    EXPECT_EQ(excerpt(text), text.substr(0, 60) + "…");
    EXPECT_EQ(excerpt("x" + text), ("x" + text).substr(0, 59) + "…");
    EXPECT_EQ(excerpt("two\nlines"), "two lines");
}

#include "core/log/Sgr.h"

#include <gtest/gtest.h>

using atelier::applySgr;
using atelier::SgrColor;
using atelier::SgrStyle;

namespace {

SgrStyle styleOf(std::string_view parameters, SgrStyle style = {})
{
    applySgr(parameters, style);
    return style;
}

constexpr SgrColor indexed(std::uint8_t index)
{
    return {SgrColor::Kind::Indexed, index, 0, 0};
}

} // namespace

TEST(Sgr, ReadsThe16Colours)
{
    EXPECT_EQ(styleOf("31").foreground, indexed(1));
    EXPECT_EQ(styleOf("97").foreground, indexed(15));
    EXPECT_EQ(styleOf("44").background, indexed(4));
    EXPECT_EQ(styleOf("100").background, indexed(8));
    EXPECT_TRUE(styleOf("1;31").bold);
    EXPECT_TRUE(styleOf("2").faint);
}

TEST(Sgr, Reads256AndTrueColours)
{
    EXPECT_EQ(styleOf("38;5;208").foreground, indexed(208));
    EXPECT_EQ(styleOf("48;2;1;2;300").background, (SgrColor{SgrColor::Kind::Rgb, 1, 2, 255}));
    EXPECT_EQ(styleOf("38;5;9;1").foreground, indexed(9));
    EXPECT_TRUE(styleOf("38;5;9;1").bold);
}

TEST(Sgr, ResetsAllOrAPart)
{
    const SgrStyle loud = styleOf("1;31;42");
    EXPECT_EQ(styleOf("", loud), SgrStyle());
    EXPECT_EQ(styleOf("0", loud), SgrStyle());
    EXPECT_FALSE(styleOf("22", loud).bold);
    EXPECT_EQ(styleOf("39", loud).foreground, SgrColor());
    EXPECT_EQ(styleOf("49", loud).background, SgrColor());
}

TEST(Sgr, TakesNonsenseWithoutHarm)
{
    EXPECT_EQ(styleOf("38;5"), SgrStyle());
    EXPECT_EQ(styleOf("38;2;1"), SgrStyle());
    EXPECT_EQ(styleOf("38"), SgrStyle());
    EXPECT_EQ(styleOf("99999999999999999999;;x"), SgrStyle());
}

TEST(Sgr, MixesTheCubeAsTerminalsDo)
{
    EXPECT_EQ(atelier::cubeColor(16), (SgrColor{SgrColor::Kind::Rgb, 0, 0, 0}));
    EXPECT_EQ(atelier::cubeColor(208), (SgrColor{SgrColor::Kind::Rgb, 255, 135, 0}));
    EXPECT_EQ(atelier::cubeColor(231), (SgrColor{SgrColor::Kind::Rgb, 255, 255, 255}));
    EXPECT_EQ(atelier::cubeColor(255), (SgrColor{SgrColor::Kind::Rgb, 238, 238, 238}));
}

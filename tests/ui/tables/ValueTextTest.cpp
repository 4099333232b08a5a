#include "ui/tables/ValueText.h"

#include <gtest/gtest.h>

using namespace atelier;
using namespace atelier::ui;

TEST(ValueText, ShowsADecimalWithTheDigitsItWasWrittenWith)
{
    for (const auto &[number, text] : std::vector<std::pair<double, const char *>>{{893317.043, "893317.043"},
             {0.1, "0.1"}, {0.1 + 0.2, "0.3"}, {1e6, "1000000"}, {-0.05263, "-0.05263"}, {20.0, "20"},
             {123456789.012345, "123456789.012345"}, {1e-7, "1e-07"}, {2.5e20, "2.5e+20"}})
        EXPECT_EQ(shownValue(number).toStdString(), text);
}

TEST(ValueText, WritesAMeanWithFourDigitsAndAllBeforeItsPoint)
{
    for (const auto &[number, text] : std::vector<std::pair<double, const char *>>{{21.25, "21.25"},
             {0.123456, "0.1235"}, {893317.043, "893317"}, {999999.96, "1000000"}, {9999.97, "10000"},
             {-1234567.8, "-1234567.8"}, {0.0, "0"}})
        EXPECT_EQ(shortNumber(number).toStdString(), text);
}

TEST(ValueText, WritesBothEndsOfARangeSoThatTheyDiffer)
{
    EXPECT_EQ(rangeText(114.9, 999999.9999).toStdString(), "114.9 – 1000000");
    EXPECT_EQ(rangeText(6.981, 28.11).toStdString(), "6.981 – 28.11");
    EXPECT_EQ(rangeText(0.12345671, 0.12345679).toStdString(), "0.1234567 – 0.1234568");
    EXPECT_EQ(rangeText(893317.043, 893317.044).toStdString(), "893317.043 – 893317.044");
    EXPECT_EQ(rangeText(0, 5e-324).toStdString(), "0 – 4.941e-324");
}

#include "ui/text/Format.h"

#include <gtest/gtest.h>

#include <QLocale>

#include <limits>

using namespace atelier::ui;

class FormatTest : public testing::Test
{
protected:
    void SetUp() override { QLocale::setDefault(QLocale::c()); }
};

TEST_F(FormatTest, WritesDurationsWithTheTwoUnitsThatMatter)
{
    EXPECT_EQ(durationText(0), QStringLiteral("0.0 s"));
    EXPECT_EQ(durationText(9'949), QStringLiteral("9.9 s"));
    EXPECT_EQ(durationText(108'000), QStringLiteral("1 min 48 s"));
    EXPECT_EQ(durationText(7'500'000), QStringLiteral("2 h 5 min"));
    EXPECT_EQ(durationText(273'600'000), QStringLiteral("3 d 4 h"));
    EXPECT_EQ(durationText(-1), noFigure());
}

TEST_F(FormatTest, RoundsDurationsInsteadOfCuttingThemOff)
{
    EXPECT_EQ(durationText(9'951), QStringLiteral("10 s"));
    EXPECT_EQ(durationText(11'499), QStringLiteral("11 s"));
    EXPECT_EQ(durationText(11'800), QStringLiteral("12 s"));
    EXPECT_EQ(durationText(59'499), QStringLiteral("59 s"));
    EXPECT_EQ(durationText(59'600), QStringLiteral("1 min 0 s"));
    EXPECT_EQ(durationText(71'800), QStringLiteral("1 min 12 s"));
    EXPECT_EQ(durationText(3'599'700), QStringLiteral("1 h 0 min"));
    EXPECT_EQ(durationText(86'399'900), QStringLiteral("1 d 0 h"));
}

TEST_F(FormatTest, TellsAgesBeforeADayAndDatesAfter)
{
    constexpr std::int64_t now = 1'800'000'000'000;
    EXPECT_EQ(ageText(now - 59'000, now), QStringLiteral("just now"));
    EXPECT_EQ(ageText(now + 5'000, now), QStringLiteral("just now")) << "clocks may differ a little";
    EXPECT_EQ(ageText(now - 12 * 60'000, now), QStringLiteral("12 min ago"));
    EXPECT_EQ(ageText(now - 5 * 3'600'000, now), QStringLiteral("5 h ago"));
    EXPECT_FALSE(ageText(now - 30 * 3'600'000LL, now).contains(QStringLiteral("ago")));
}

TEST_F(FormatTest, CountsBytesInPowersOfAThousand)
{
    EXPECT_EQ(bytesText(0), QStringLiteral("0 B"));
    EXPECT_EQ(bytesText(999), QStringLiteral("999 B"));
    EXPECT_EQ(bytesText(1'500), QStringLiteral("1.5 kB"));
    EXPECT_EQ(bytesText(10'900'000'000), QStringLiteral("10.9 GB"));
    EXPECT_EQ(bytesText(212'000'000'000), QStringLiteral("212 GB"));
    EXPECT_EQ(bytesText(999'960), QStringLiteral("1.0 MB")) << "rounded up to the next unit";
}

TEST_F(FormatTest, WritesMetricsWithFourDigitsThatCount)
{
    EXPECT_EQ(metricText(0.99310001), QStringLiteral("0.9931"));
    EXPECT_EQ(metricText(0.00388), QStringLiteral("0.003880"));
    EXPECT_EQ(metricText(1.1513), QStringLiteral("1.151"));
    EXPECT_EQ(metricText(1'234.56), QStringLiteral("1235"));
    EXPECT_EQ(metricText(143), QStringLiteral("143"));
    EXPECT_EQ(metricText(0), QStringLiteral("0"));
    EXPECT_EQ(metricText(1.333e-5), QStringLiteral("1.333e-5"));
    EXPECT_EQ(metricText(-0.25), QStringLiteral("-0.2500"));
    EXPECT_EQ(metricText(std::numeric_limits<double>::quiet_NaN()), QStringLiteral("NaN"));
    EXPECT_EQ(metricText(-std::numeric_limits<double>::infinity()), QStringLiteral("-∞"));
}

TEST_F(FormatTest, WritesSharesAsWholePerCent)
{
    EXPECT_EQ(percentText(0.624), QStringLiteral("62%"));
    EXPECT_EQ(percentText(1), QStringLiteral("100%"));
}

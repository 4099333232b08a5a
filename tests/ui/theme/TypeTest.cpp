#include "ui/theme/Type.h"

#include "tests/ui/support/Application.h"

#include <gtest/gtest.h>

#include <QFontInfo>
#include <QFontMetricsF>

using namespace atelier::ui;

TEST(Type, TheFontsAreOurs)
{
    EXPECT_EQ(QFontInfo(font(TextStyle::Body)).family(), QStringLiteral("Studio Sans"));
    EXPECT_EQ(QFontInfo(font(TextStyle::BodyStrong)).weight(), 600);
    EXPECT_EQ(QFontInfo(font(TextStyle::Code)).family(), QStringLiteral("Studio Mono"));
    EXPECT_TRUE(QFontInfo(font(TextStyle::Code)).fixedPitch());
}

TEST(Type, AllFiguresAreOfOneWidth)
{
    for (const TextStyle style :
        {TextStyle::Body, TextStyle::BodyStrong, TextStyle::CaptionStrong, TextStyle::Title}) {
        const QFontMetricsF metrics(font(style));
        const double zero = metrics.horizontalAdvance(u'0');
        for (char16_t figure = u'1'; figure <= u'9'; ++figure)
            EXPECT_DOUBLE_EQ(metrics.horizontalAdvance(QChar(figure)), zero);
    }
}

TEST(Type, GrowsWithTheTextScale)
{
    EXPECT_EQ(font(TextStyle::Body).pixelSize(), 13);
    test::theme().setTextScale(1.3);
    EXPECT_EQ(font(TextStyle::Body).pixelSize(), 17);
    EXPECT_EQ(scaled(44), 57);
}

TEST(Type, TheTextScaleKeepsWithinItsLimits)
{
    test::theme().setTextScale(7);
    EXPECT_DOUBLE_EQ(test::theme().textScale(), 1.5);
    test::theme().setTextScale(0.1);
    EXPECT_DOUBLE_EQ(test::theme().textScale(), 0.9);
}

#include "tests/ui/support/Application.h"
#include "tests/ui/support/Windows.h"
#include "ui/widgets/Meter.h"
#include "ui/widgets/ProgressBar.h"
#include "ui/widgets/Skeleton.h"
#include "ui/widgets/Sparkline.h"
#include "ui/widgets/Spinner.h"

#include <gtest/gtest.h>

#include <QTest>

#include <limits>

using namespace atelier::ui;
using test::pixel;

TEST(ProgressBar, FillsItsShareFromTheStart)
{
    ProgressBar bar(QStringLiteral("Upload"));
    bar.resize(200, 4);
    bar.setProgress({0.25});
    EXPECT_EQ(bar.accessibleName(), QStringLiteral("Upload: 25 %"));
    EXPECT_EQ(pixel(bar, {25, 2}).rgb(), colors().accentStroke.rgb());
    EXPECT_NE(pixel(bar, {60, 2}).rgb(), colors().accentStroke.rgb());
    bar.setLayoutDirection(Qt::RightToLeft);
    EXPECT_EQ(pixel(bar, {175, 2}).rgb(), colors().accentStroke.rgb());
    EXPECT_NE(pixel(bar, {25, 2}).rgb(), colors().accentStroke.rgb());
}

TEST(ProgressBar, ItsLightStandsStillUnderReducedMotion)
{
    ProgressBar bar(QStringLiteral("Upload"));
    bar.resize(200, 4);
    bar.setProgress({0.8, Tone::Accent, true});
    const QImage before = bar.grab().toImage();
    QTest::qWait(60);
    EXPECT_EQ(bar.grab().toImage(), before);
    test::theme().setReducedMotion(false);
    const QImage moving = bar.grab().toImage();
    QTest::qWait(60);
    EXPECT_NE(bar.grab().toImage(), moving);
}

TEST(Spinner, StandsStillUnderReducedMotion)
{
    Spinner spinner;
    const QImage before = spinner.grab().toImage();
    QTest::qWait(60);
    EXPECT_EQ(spinner.grab().toImage(), before);
}

TEST(Meter, ItsPartsStandSideBySide)
{
    Meter meter(QStringLiteral("3 of 4 used"));
    meter.resize(200, 6);
    meter.setParts({{2, &Colors::accentStroke}, {1, &Colors::successSolid}}, 4);
    EXPECT_EQ(pixel(meter, {50, 3}).rgb(), colors().accentStroke.rgb());
    EXPECT_EQ(pixel(meter, {125, 3}).rgb(), colors().successSolid.rgb());
    EXPECT_NE(pixel(meter, {175, 3}).rgb(), colors().successSolid.rgb());
}

TEST(Sparkline, StandsWhatItIsGiven)
{
    Sparkline line(QStringLiteral("AUC"));
    line.resize(60, 21);
    const double none = std::numeric_limits<double>::quiet_NaN();
    const double endless = std::numeric_limits<double>::infinity();
    for (const QList<double> &points :
        {QList<double>{}, {1}, {2, 2, 2}, {none, none}, {0, none, 1, endless, 2},
            {std::numeric_limits<double>::lowest(), std::numeric_limits<double>::max()}}) {
        line.setPoints(points);
        EXPECT_FALSE(line.grab().isNull());
    }
}

TEST(Sparkline, WhatNeverChangedRunsAlongTheMiddle)
{
    Sparkline line(QStringLiteral("AUC"));
    line.resize(60, 21);
    line.setPoints({5, 5, 5});
    EXPECT_EQ(pixel(line, {30, 10}).rgb(), colors().accentStroke.rgb());
}

TEST(Skeleton, ComesOnlyAfterAWhileAndIsGoneAtOnce)
{
    Skeleton skeleton(44);
    skeleton.resize(400, 176);
    skeleton.show();
    EXPECT_FALSE(skeleton.isShown());
    EXPECT_TRUE(QTest::qWaitFor([&] { return skeleton.isShown(); }, 3000));
    skeleton.hide();
    EXPECT_FALSE(skeleton.isShown());
}

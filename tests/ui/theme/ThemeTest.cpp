#include "tests/ui/support/Application.h"
#include "ui/theme/Colors.h"
#include "ui/theme/Motion.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QPalette>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace atelier::ui;

TEST(Theme, PutsTheColorsOfASchemeInForce)
{
    EXPECT_EQ(colors().surface, QColor(0xFF, 0xFF, 0xFF));
    test::theme().setScheme(Scheme::Dark);
    EXPECT_EQ(colors().surface, QColor(0x1B, 0x1E, 0x25));
    EXPECT_EQ(QApplication::palette().color(QPalette::Base), colors().surface);
    EXPECT_TRUE(test::theme().isDark());
}

TEST(Theme, TellsThatItHasChanged)
{
    QSignalSpy changed(&test::theme(), &Theme::changed);
    test::theme().setScheme(Scheme::HighContrast);
    test::theme().setTextScale(1.2);
    test::theme().setReducedMotion(false);
    EXPECT_EQ(changed.count(), 3);
}

TEST(Theme, WithoutADesktopFollowsThePlatformsPalette)
{
    test::theme().setScheme(Scheme::System);
    EXPECT_NE(test::theme().schemeInForce(), Scheme::System);
    EXPECT_EQ(test::theme().scheme(), Scheme::System);
}

TEST(Theme, WidgetsGrowWithTheText)
{
    QPushButton button(QStringLiteral("Run again"));
    button.show();
    const QSize before = button.sizeHint();
    test::theme().setTextScale(1.5);
    QCoreApplication::processEvents();
    EXPECT_EQ(button.sizeHint().height(), 48);
    EXPECT_GT(button.sizeHint().width(), before.width() * 4 / 3);
}

TEST(Motion, StandsStillWhenItIsReduced)
{
    using std::chrono::milliseconds;
    const double before = motionPhase(milliseconds(50));
    QTest::qWait(20);
    EXPECT_DOUBLE_EQ(motionPhase(milliseconds(50)), before);
    test::theme().setReducedMotion(false);
    const double moving = motionPhase(milliseconds(1000));
    QTest::qWait(20);
    EXPECT_NE(motionPhase(milliseconds(1000)), moving);
}

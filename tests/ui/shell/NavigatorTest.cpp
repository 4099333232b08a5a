#include "ui/shell/Navigator.h"

#include "ui/shell/PaletteQuery.h"

#include <gtest/gtest.h>

using namespace atelier::ui;

namespace {

Address job(int number)
{
    return {PageKind::Job, {QString::number(number)}};
}

} // namespace

TEST(Navigator, ComesBackTheWayItWent)
{
    Navigator navigator;
    QStringList seen;
    QObject::connect(&navigator, &Navigator::navigated, &navigator,
        [&](const Address &address) { seen << address.jobs.value(0); });
    navigator.go(job(1));
    navigator.go(job(2));
    navigator.goBack();
    EXPECT_TRUE(navigator.canGoForward());
    navigator.goBack();
    EXPECT_FALSE(navigator.canGoBack());
    navigator.goBack();
    navigator.goForward();
    EXPECT_EQ(navigator.current(), job(1));
    EXPECT_EQ(seen,
        (QStringList{
            QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("1"), QString(), QStringLiteral("1")}));
}

TEST(Navigator, ForgetsWhatWasAheadWhenItGoesSomewhereElse)
{
    Navigator navigator;
    navigator.go(job(1));
    navigator.go(job(2));
    navigator.goBack();
    navigator.go(job(3));
    EXPECT_FALSE(navigator.canGoForward());
    navigator.goBack();
    EXPECT_EQ(navigator.current(), job(1));
}

TEST(Navigator, GoingWhereItIsLeavesWhatIsAhead)
{
    Navigator navigator;
    navigator.go(job(1));
    navigator.go(job(2));
    navigator.goBack();
    navigator.go(job(1));
    EXPECT_EQ(navigator.current(), job(1));
    EXPECT_TRUE(navigator.canGoForward());
}

TEST(Navigator, StaysWhereItIsWhenThePlaceIsOnlySaidInOtherWords)
{
    Navigator navigator;
    navigator.go(job(1));
    Address tab = job(1);
    tab.tab = QStringLiteral("logs");
    navigator.replace(tab);
    navigator.goBack();
    EXPECT_EQ(navigator.current().page, PageKind::Home);
    navigator.goForward();
    EXPECT_EQ(navigator.current().tab, QStringLiteral("logs"));
}

TEST(Navigator, RemembersAHundredPlacesAndNoMore)
{
    Navigator navigator;
    for (int i = 0; i < 500; ++i)
        navigator.go(job(i));
    int steps = 0;
    for (; navigator.canGoBack(); ++steps)
        navigator.goBack();
    EXPECT_EQ(steps, 99);
    EXPECT_EQ(navigator.current(), job(400));
}

TEST(CommandPalette, PrefersABeginningToAWordAndThatToAPlaceWithin)
{
    const auto fit = [](const char *text, const char *typed) {
        return fitOf(QString::fromLatin1(text), QString::fromLatin1(typed));
    };
    EXPECT_GT(fit("Settings", "set"), fit("Open settings", "set"));
    EXPECT_GT(fit("Open settings", "set"), fit("Reset", "set"));
    EXPECT_GT(fit("Reset", "set"), fit("Search exact", "set"));
    EXPECT_GT(fit("Search exact", "set"), 0);
    EXPECT_EQ(fit("Home", "set"), 0);
    EXPECT_GT(fit("Home", ""), 0);
}

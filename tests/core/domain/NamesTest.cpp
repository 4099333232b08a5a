#include "core/domain/Names.h"

#include <gtest/gtest.h>

#include <string>

using namespace atelier;

TEST(Names, AJobNameIsSafeAsAFolder)
{
    EXPECT_TRUE(isJobName("calm_river_1"));
    EXPECT_TRUE(isJobName("7f3a-b"));
    for (const char *bad : {"", ".", "..", "a/b", "a.b", "_a", "-a", "a b", "a\n"})
        EXPECT_FALSE(isJobName(bad)) << bad;
    EXPECT_TRUE(isJobName(std::string(255, 'a')));
    EXPECT_FALSE(isJobName(std::string(256, 'a')));
}

TEST(Names, StepsPortsAndComponentsFollowTheReference)
{
    EXPECT_TRUE(isStepName("_fit_2"));
    EXPECT_FALSE(isStepName("Fit"));
    EXPECT_TRUE(isComponentName("fit_2"));
    EXPECT_FALSE(isComponentName("_fit"));
    EXPECT_TRUE(isPortName("group.Rate_1"));
    EXPECT_FALSE(isPortName("group."));
    EXPECT_FALSE(isPortName("1st"));
    EXPECT_TRUE(isAssetName("breast-cancer.v1"));
    EXPECT_FALSE(isAssetName("../x"));
}

TEST(Names, OfPortsAreNotThoseOfTheShell)
{
    EXPECT_TRUE(isReservedPortName("PATH"));
    EXPECT_TRUE(isReservedPortName("home"));
    EXPECT_FALSE(isReservedPortName("paths"));
    EXPECT_EQ(lowerCase("ÄbC"), "Äbc");
}

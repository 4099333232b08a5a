#include "core/base/Ids.h"

#include <gtest/gtest.h>

#include <regex>
#include <set>

using namespace atelier;

TEST(Ids, AUuidHasTheFormOfVersionFour)
{
    const std::regex form("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    for (int i = 0; i < 100; ++i)
        EXPECT_TRUE(std::regex_match(randomUuid(), form));
}

TEST(Ids, TenThousandJobNamesDiffer)
{
    std::set<std::string> names;
    for (int i = 0; i < 10'000; ++i)
        names.insert(randomJobName());
    EXPECT_EQ(names.size(), 10'000U);
}

TEST(Ids, HexHasTwoDigitsAByte)
{
    EXPECT_EQ(randomHex(32).size(), 64U);
    EXPECT_EQ(randomHex(0), "");
}

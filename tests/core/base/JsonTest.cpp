#include "core/base/Json.h"

#include <gtest/gtest.h>

#include <cmath>
#include <ctime>
#include <limits>

using namespace atelier;

TEST(Json, RefusesWhatIsNestedTooDeep)
{
    const std::string deep = std::string(100'000, '[') + std::string(100'000, ']');
    EXPECT_FALSE(parseJson(deep).has_value());
    EXPECT_TRUE(parseJson("[[[]]]", 3).has_value());
    EXPECT_FALSE(parseJson("[[[[1]]]]", 2).has_value());
}

TEST(Json, RefusesBrokenTextWithoutThrowing)
{
    EXPECT_FALSE(parseJson("{\"a\":").has_value());
    EXPECT_FALSE(parseJson("").has_value());
}

TEST(Json, CarriesNumbersThatJsonHasNoWordFor)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    for (const double value : {0.25, infinity, -infinity})
        EXPECT_EQ(numberOf(*parseJson(toText(numberJson(value)))), value);
    EXPECT_EQ(toText(numberJson(std::nan(""))), "\"NaN\"");
    EXPECT_TRUE(std::isnan(numberOf("NaN")));
    EXPECT_TRUE(std::isnan(numberOf("twelve")));
    EXPECT_TRUE(std::isnan(numberAt(Json{{"a", 1}}, "b")));
    EXPECT_EQ(numberAt(Json{{"a", 1}}, "a"), 1.0);
}

TEST(Json, KeepsTheOrderOfKeys)
{
    EXPECT_EQ(toText(*parseJson(R"({"b":1,"a":2})")), R"({"b":1,"a":2})");
}

TEST(Json, TakesTheLastOfARepeatedKey)
{
    EXPECT_EQ(toText(*parseJson(R"({"a":1,"b":[{}],"a":{"c":null}})")), R"({"a":{"c":null},"b":[{}]})");
}

TEST(Json, ReadsAnObjectOfManyKeysInTimeThatGrowsWithItsSize)
{
    std::string text = "{";
    for (int i = 0; i < 100'000; ++i)
        text += (i == 0 ? "\"" : ",\"") + std::to_string(i) + "\":" + std::to_string(i);
    const std::clock_t start = std::clock();
    const auto json = parseJson(text + "}");
    ASSERT_TRUE(json.has_value());
    EXPECT_EQ(json->size(), 100'000U);
    EXPECT_EQ(json->back(), 99'999);
    EXPECT_LT(static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC,
        5); // a search for each key takes a minute
}

TEST(Json, ReadsIntegersWrittenAsText)
{
    const Json json = *parseJson(R"({"n":"42","m":7,"bad":"4x"})");
    EXPECT_EQ(integerAt(json, "n"), 42);
    EXPECT_EQ(integerAt(json, "m"), 7);
    EXPECT_EQ(integerAt(json, "bad", -1), -1);
    EXPECT_EQ(textAt(json, "m"), "");
}

TEST(Json, WritesBytesThatAreNotUtf8WithoutThrowing)
{
    EXPECT_EQ(toText(Json("a\xff")), "\"a\xef\xbf\xbd\"");
}

#include "core/base/Json.h"

#include <gtest/gtest.h>

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

TEST(Json, KeepsTheOrderOfKeys)
{
    EXPECT_EQ(toText(*parseJson(R"({"b":1,"a":2})")), R"({"b":1,"a":2})");
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

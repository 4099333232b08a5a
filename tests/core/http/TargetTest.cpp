#include "core/http/Target.h"

#include <gtest/gtest.h>

using namespace atelier;
using http::parseTarget;

TEST(Target, IsDecodedExactlyOnce)
{
    const Result<http::Target> target = parseTarget("/a%20b/%2541?x=%2541&y");
    ASSERT_TRUE(target);
    EXPECT_EQ(target->path, "/a b/%41");
    EXPECT_EQ(target->query, (http::Fields{{"x", "%41"}, {"y", ""}}));
}

TEST(Target, TakesAPlusForABlankInTheQueryOnly)
{
    const Result<http::Target> target = parseTarget("/a+b?a+b=c+d%2B");
    ASSERT_TRUE(target);
    EXPECT_EQ(target->path, "/a+b");
    EXPECT_EQ(target->query, (http::Fields{{"a b", "c d+"}}));
}

TEST(Target, KeepsRepeatedKeysInOrderAndSkipsEmptyPairs)
{
    const Result<http::Target> target = parseTarget("/?b=1&&a=2&b==3&");
    ASSERT_TRUE(target);
    EXPECT_EQ(target->query, (http::Fields{{"b", "1"}, {"a", "2"}, {"b", "=3"}}));
}

TEST(Target, KeepsSemicolonsAndDotsForWhoKnowsWhatTheyMean)
{
    const Result<http::Target> target = parseTarget("/a;b/../%2e%2e/%2Fc?q=a;b&r=c:\\d");
    ASSERT_TRUE(target);
    EXPECT_EQ(target->path, "/a;b/../..//c");
    EXPECT_EQ(target->query, (http::Fields{{"q", "a;b"}, {"r", "c:\\d"}}));
}

TEST(Target, RefusesWhatTwoProgramsCouldReadDifferently)
{
    using namespace std::string_view_literals;
    for (const std::string_view bad : {""sv, "a"sv, "*"sv, "http://host/a"sv, "?a"sv, "/a%"sv, "/a%4"sv,
             "/a%zz"sv, "/%00"sv, "/a?b=%00"sv, "/a?%"sv, "/a\\b"sv, "/a%5Cb"sv, "/a#b"sv, "/a?b#c"sv,
             "/a\nb"sv, "/a%0Ab"sv, "/a%7f"sv, "/a\x7f"sv, "/a\0b"sv, "/a?b\x01"sv})
        EXPECT_FALSE(parseTarget(bad)) << bad;
}

TEST(Target, IsEncodedSoThatDecodingGivesItBack)
{
    std::string all;
    for (int byte = 1; byte < 256; ++byte)
        all += static_cast<char>(byte);
    const std::string target = http::encodeTarget("/a b/ü%+;#?", {{"k&=", all}, {"+", ""}});
    const Result<http::Target> back = parseTarget(target);
    ASSERT_TRUE(back);
    EXPECT_EQ(back->path, "/a b/ü%+;#?");
    EXPECT_EQ(back->query, (http::Fields{{"k&=", all}, {"+", ""}}));
    EXPECT_EQ(http::percentEncode("a/b c"), "a%2Fb%20c");
}

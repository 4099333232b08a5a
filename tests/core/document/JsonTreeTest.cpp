#include "core/document/JsonTree.h"

#include "core/base/Json.h"

#include <gtest/gtest.h>

using namespace atelier;

TEST(JsonTree, KeepsJsonOnItsWayThroughTheTree)
{
    const std::string text = R"({"t":"x","i":-5,"n":0.1,"b":true,"z":null,"a":[1,[2.5,"y"]],"o":{"k":{}}})";
    const Result<Node> tree = treeFromJson(*parseJson(text));
    ASSERT_TRUE(tree);
    EXPECT_EQ(toText(jsonFromTree(*tree)), text);
}

TEST(JsonTree, GivesScalarsTheTextThatReachesACommand)
{
    const Result<Node> tree = treeFromJson(Json{{"b", false}, {"n", 1e16}, {"u", 18446744073709551615U}});
    ASSERT_TRUE(tree);
    EXPECT_EQ(tree->find("b")->text, "False");
    EXPECT_EQ(tree->find("n")->text, "1e+16");
    EXPECT_EQ(tree->find("u")->text, "18446744073709551615");
}

TEST(JsonTree, WritesAsTextTheNumbersThatJsonCannotKeep)
{
    EXPECT_EQ(
        scalarToJson(NodeKind::Integer, "123456789012345678901234567890"), "123456789012345678901234567890");
    EXPECT_EQ(scalarToJson(NodeKind::Number, "0.1"), 0.1);
    EXPECT_EQ(scalarToJson(NodeKind::Number, "inf"), "inf");
}

TEST(JsonTree, RefusesZeroBytesDepthAndSize)
{
    EXPECT_FALSE(treeFromJson(Json{{"a", std::string("x\0y", 3)}}));
    Json deep = 1;
    for (int i = 0; i < 60; ++i)
        deep = Json::array({deep});
    EXPECT_FALSE(treeFromJson(deep));
    EXPECT_FALSE(treeFromJson(Json(std::vector<int>(300'000, 1))));
}

TEST(JsonTree, LocatesByKeyPathAlone)
{
    const Result<Node> tree = treeFromJson(Json{{"a", {{"b", 1}}}});
    ASSERT_TRUE(tree);
    EXPECT_EQ(locate(*tree, "a.b"), (Location{"", 0, 0, "a.b"}));
}

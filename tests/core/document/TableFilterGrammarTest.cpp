#include "core/document/TableFilterGrammar.h"

#include <gtest/gtest.h>

using namespace atelier;
using Comparison = TableCondition::Comparison;

TEST(TableFilterGrammar, ReadsConditionsWithTheirPlaces)
{
    const auto read = parseTableFilter(R"(age>=40 AND -city=Rome,"São Paulo" "blood ü">1 x is not empty)");
    ASSERT_TRUE(read) << read.error().sentence;
    ASSERT_EQ(read->size(), 4U);
    EXPECT_EQ((*read)[0], (TableCondition{{"age", 1}, Comparison::GreaterEqual, {{"40", 6}}, false}));
    EXPECT_EQ((*read)[1],
        (TableCondition{{"city", 14}, Comparison::Equal, {{"Rome", 19}, {"São Paulo", 24}}, true}));
    EXPECT_EQ((*read)[2], (TableCondition{{"blood ü", 36}, Comparison::Greater, {{"1", 46}}, false}));
    EXPECT_EQ((*read)[3], (TableCondition{{"x", 48}, Comparison::Empty, {}, true}));
    EXPECT_TRUE(parseTableFilter("  ")->empty());
}

TEST(TableFilterGrammar, TurnsRoundWhatIsTurnedRoundTwice)
{
    EXPECT_TRUE((*parseTableFilter("a!=1"))[0].isNegated);
    EXPECT_FALSE((*parseTableFilter("-a!=1"))[0].isNegated);
    EXPECT_FALSE((*parseTableFilter("not a is not empty"))[0].isNegated);
}

TEST(TableFilterGrammar, SaysWhatIsWrongAndWhere)
{
    const auto column = [](const char *text) { return parseTableFilter(text).error().location.column; };
    EXPECT_EQ(column("ü 1"), 3);
    EXPECT_EQ(column("a>"), 3);
    EXPECT_EQ(column("a=\"x"), 3);
    EXPECT_EQ(column("a is full"), 6);
    EXPECT_EQ(column("a=1 OR b=2"), 5);
    EXPECT_EQ(column("=1"), 1);
    EXPECT_EQ(parseTableFilter("a").error().code, "filter.operator");
    EXPECT_EQ(parseTableFilter(std::string(3000, 'a')).error().code, "filter.too-long");
}

TEST(TableFilterGrammar, ReadsOrders)
{
    const auto keys = parseTableKeys(R"(-age, "a,b")", "sort");
    ASSERT_TRUE(keys);
    EXPECT_EQ(*keys, (std::vector<TableKey>{{{"age", 2}, true}, {{"a,b", 7}, false}}));
    EXPECT_TRUE(parseTableKeys("", "sort")->empty());
    EXPECT_EQ(parseTableKeys("a b", "sort").error().location.file, "sort");
}

TEST(TableFilterGrammar, WritesWhatItReads)
{
    for (const char *odd : {"plain", "a b", "-a", "a\"b\\", "'", "", "a=b", "not", "größe"})
        EXPECT_EQ((*parseTableKeys(tableFilterWord(odd), "sort"))[0].name.text, odd);
}

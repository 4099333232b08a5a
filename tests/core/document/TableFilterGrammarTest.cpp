#include "core/document/TableFilterGrammar.h"

#include <gtest/gtest.h>

using namespace atelier;
using Comparison = TableCondition::Comparison;

namespace {

std::string number(Comparison comparison)
{
    return std::to_string(static_cast<int>(comparison));
}

std::string told(const TableFilterWord &word)
{
    return word.text + "@" + std::to_string(word.column);
}

std::string told(const TableCondition &condition)
{
    std::string text
        = (condition.isNegated ? "not " : "") + told(condition.name) + " " + number(condition.comparison);
    for (const TableFilterWord &value : condition.values)
        text += " " + told(value);
    return text;
}

} // namespace

TEST(TableFilterGrammar, ReadsConditionsWithTheirPlaces)
{
    const auto read = parseTableFilter(R"(age>=40 AND -city=Rome,"São Paulo" "blood ü">1 x is not empty)");
    ASSERT_TRUE(read) << read.error().sentence;
    ASSERT_EQ(read->size(), 4U);
    EXPECT_EQ(told((*read)[0]), "age@1 " + number(Comparison::GreaterEqual) + " 40@6");
    EXPECT_EQ(told((*read)[1]), "not city@14 " + number(Comparison::Equal) + " Rome@19 São Paulo@24");
    EXPECT_EQ(told((*read)[2]), "blood ü@36 " + number(Comparison::Greater) + " 1@46");
    EXPECT_EQ(told((*read)[3]), "not x@48 " + number(Comparison::Empty));
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

TEST(TableFilterGrammar, PutsANameInQuotesThatStandsWithoutThemWhereItCouldNotBeRead)
{
    const std::vector<std::string_view> names{"mean", "mean radius", "mean radius (cm)", "größe in m", "a:b"};
    const auto quoted = [&](std::string_view filter) {
        const auto parsed = parseTableFilter(filter);
        return quotedAt(filter, parsed ? 1 : parsed.error().location.column, names).value_or("none");
    };
    EXPECT_EQ(quoted("mean radius>20"), R"("mean radius">20)");
    EXPECT_EQ(quoted("mean radius (cm)>20"), R"~("mean radius (cm)">20)~");
    EXPECT_EQ(quoted("mean>1 -größe in m<2"), R"(mean>1 -"größe in m"<2)");
    EXPECT_EQ(quoted("a:b>2"), R"("a:b">2)");
    EXPECT_EQ(quoted("mean radiuses>20"), "none");
    EXPECT_EQ(quoted(R"(mean="of mean radius" other)"), "none");
    EXPECT_EQ(quoted(R"("mean radius">20 other)"), "none");
}

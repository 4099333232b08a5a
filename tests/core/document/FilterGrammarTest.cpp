#include "core/document/FilterGrammar.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

using namespace atelier;
using testing::HasSubstr;

namespace {

std::string textOf(const FilterValue &value)
{
    if (const auto *number = std::get_if<double>(&value))
        return std::to_string(*number);
    if (const auto *text = std::get_if<std::string>(&value))
        return "'" + *text + "'";
    std::string list;
    for (const std::string &text : std::get<std::vector<std::string>>(value))
        list += (list.empty() ? "(" : ",") + text;
    return list + ")";
}

std::string parsed(const std::string &filter, const FilterRules &rules = runFilterRules())
{
    const auto clauses = parseFilter(filter, rules);
    if (!clauses)
        return clauses.error().sentence;
    std::string text;
    for (const FilterClause &clause : *clauses)
        text += (text.empty() ? "" : " & ") + std::string(1, "amptd"[static_cast<int>(clause.entity)]) + ":"
            + clause.key + " " + std::string(name(clause.comparator)) + " " + textOf(clause.value);
    return text;
}

std::string ordered(const std::string &item, const FilterRules &rules = runFilterRules())
{
    const auto order = parseOrder(item, rules);
    if (!order)
        return order.error().sentence;
    return std::string(1, "amptd"[static_cast<int>(order->entity)]) + ":" + order->key
        + (order->descending ? " down" : " up");
}

} // namespace

TEST(Filter, ReadsEveryEntityAndComparator)
{
    EXPECT_EQ(parsed("metrics.auc > 0.9 AND params.depth = '3' and tags.a != \"b\""),
        "m:auc > 0.900000 & p:depth = '3' & t:a != 'b'");
    EXPECT_EQ(parsed("metric.x>=-1.5e3 AND parameter.y like '%a%' AND tag.z ILIKE 'B%'"),
        "m:x >= -1500.000000 & p:y LIKE '%a%' & t:z ILIKE 'B%'");
    EXPECT_EQ(parsed("attributes.status = 'FINISHED' AND start_time < 5 AND created != 7"),
        "a:status = 'FINISHED' & a:start_time < 5.000000 & a:start_time != 7.000000");
    EXPECT_EQ(parsed("run_id IN ('a','b') AND attr.run_id not in ( 'c' )"),
        "a:run_id IN (a,b) & a:run_id NOT IN (c)");
    EXPECT_EQ(
        parsed("dataset.name IN ('x') AND datasets.digest LIKE 'y'"), "d:name IN (x) & d:digest LIKE 'y'");
    EXPECT_EQ(parsed("  "), "");
}

TEST(Filter, ReadsQuotedKeys)
{
    EXPECT_EQ(parsed("metrics.\"val loss\" < 1 AND metrics.`a.b/c` > 2 AND tags.mlflow.source.name = 'x'"),
        "m:val loss < 1.000000 & m:a.b/c > 2.000000 & t:mlflow.source.name = 'x'");
    EXPECT_EQ(
        parsed("`run_name` = 'x' AND attribute.`Run name` = 'y'"), "a:run_name = 'x' & a:run_name = 'y'");
    EXPECT_EQ(parsed("params.a = 'it''s'"), "p:a = 'it's'");
    EXPECT_EQ(parsed("tag.`mlflow.prompt.is_prompt` != 'true'"), "t:mlflow.prompt.is_prompt != 'true'");
}

TEST(Filter, KeepsItsErrorsInTheWordsOfMlflow)
{
    const std::vector<std::pair<std::string, std::string>> cases{
        {"metrics.a > 1 OR metrics.b > 1", "Invalid clause(s) in filter string: 'OR'. OR is not supported"},
        {"metrics.a > 1 metrics.b > 1", "Invalid clause(s) in filter string: 'metrics.b'. Expected AND."},
        {"metrics.a > 1 AND", "Invalid clause(s) in filter string: 'AND'"},
        {"'a' = 'b'", "expected 'Identifier' found ''a''"},
        {"5 > metrics.a", "expected 'Identifier' found '5'"},
        {"(metrics.a > 1)", "expected 'Identifier' found '('"},
        {"metric > 1", "Invalid attribute key 'metric' specified. Valid keys are: run_id, run_name"},
        {"foo.bar = 'x'",
            "Invalid entity type 'foo'. Valid values are ['attribute', 'metric', 'parameter', 'tag', "
            "'dataset']"},
        {"attribute.foo = 'x'", "Invalid attribute key 'foo' specified."},
        {"metrics.a LIKE 'x'", "Invalid comparator 'LIKE' for metric 'a': not one of [=, !=, <, <=, >, >=]"},
        {"params.a > 'x'", "Invalid comparator '>' for parameter 'a'"},
        {"status IN ('x')", "Invalid comparator 'IN' for attribute 'status'"},
        {"metrics.a > 'x'", "Expected numeric value type for metric 'a'. Found 'x'"},
        {"metrics.a > 1-2", "Expected numeric value type for metric 'a'. Found 1-2"},
        {"params.a = 5", "Expected a quoted string value for parameter 'a' (e.g. 'my-value'). Got value 5"},
        {"params.a = x", "Got value x"},
        {"run_id IN 'a'", "Expected a list of quoted string values"},
        {"run_id IN ()", "Expected a list"},
        {"run_id IN ('a',)", "Expected a list"},
        {"run_id IN ('a'", "Expected a list"},
        {"metrics.a", "Expected a comparator after 'metrics.a'"},
        {"metrics.a >", "Expected a value."},
        {"params.a = 'open", "A quote is not closed."},
        {"metrics. > 1", "Invalid identifier 'metrics.'"},
        {"dataset.foo = 'x'", "Invalid dataset key 'foo' specified."},
        {"metrics.a ! 1", "Invalid clause(s) in filter string: '! 1'"},
    };
    for (const auto &[filter, sentence] : cases)
        EXPECT_THAT(parsed(filter), HasSubstr(sentence)) << filter;
    EXPECT_EQ(parseFilter("x", runFilterRules()).error().kind, ErrorKind::Invalid);
}

TEST(Filter, KnowsWhatEachListIsSearchedBy)
{
    EXPECT_EQ(parsed("name LIKE 'x%' AND creation_time > 5 AND tags.a = 'b'", experimentFilterRules()),
        "a:name LIKE 'x%' & a:creation_time > 5.000000 & t:a = 'b'");
    EXPECT_THAT(parsed("metrics.a > 1", experimentFilterRules()),
        HasSubstr("Invalid entity type 'metrics'. Valid values are ['attribute', 'tag']"));
}

TEST(Filter, HasLimits)
{
    std::string clauses = "metrics.a > 1";
    for (int i = 0; i < 200; ++i)
        clauses += " AND metrics.a > 1";
    EXPECT_THAT(parsed(clauses), HasSubstr("at most 100 clauses"));
    EXPECT_THAT(parsed(std::string(1'000'000, 'x')), HasSubstr("at most 256 KiB"));
    std::string ids = "run_id IN ('0'";
    for (int i = 0; i < 2000; ++i)
        ids += ", '0123456789abcdef0123456789abcdef'";
    EXPECT_THAT(parsed(ids + ")"), HasSubstr("a:run_id IN (0,"));
}

TEST(Filter, SurvivesAnyText)
{
    const std::vector<std::string> pieces{"metrics", ".", "a", "'", "\"", "`", "(", ")", ",", " ", ">",
        "!=", "=", "AND", "IN", "NOT", "1", "-", "e5", "LIKE", "\n", "tags", "\\", "\xff"};
    std::mt19937 random(3);
    for (int round = 0; round < 20'000; ++round) {
        std::string text;
        for (int i = 0; i < static_cast<int>(random() % 14); ++i)
            text += pieces[random() % pieces.size()];
        const auto clauses = parseFilter(text, runFilterRules());
        EXPECT_TRUE(clauses || !clauses.error().sentence.empty()) << text;
        EXPECT_FALSE(!parseOrder(text, runFilterRules())
            && parseOrder(text, runFilterRules()).error().sentence.empty());
    }
}

TEST(Order, IsANameAndADirection)
{
    EXPECT_EQ(ordered("metrics.auc DESC"), "m:auc down");
    EXPECT_EQ(ordered("attributes.start_time asc"), "a:start_time up");
    EXPECT_EQ(ordered("params.`a b`"), "p:a b up");
    EXPECT_EQ(ordered("Created desc"), "a:start_time down");
    EXPECT_THAT(ordered("metrics.a sideways"), HasSubstr("Invalid order_by clause 'metrics.a sideways'"));
    EXPECT_THAT(ordered(""), HasSubstr("Invalid order_by clause ''"));
    EXPECT_THAT(ordered("foo.a"), HasSubstr("Invalid entity type 'foo'"));
    EXPECT_EQ(ordered("name", experimentFilterRules()), "a:name up");
}

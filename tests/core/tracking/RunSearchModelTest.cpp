#include "core/base/Json.h"
#include "tests/core/tracking/TrackedWorkspace.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <limits>
#include <map>
#include <random>

using namespace atelier;
using namespace atelier::test;

// Searches against a second, naive evaluator: random filters and orders over random runs.

namespace {

struct ModelRun
{
    std::string id;
    std::string name;
    std::int64_t start = 0;
    std::map<std::string, double> metrics;
    std::map<std::string, std::string> parameters;
    std::map<std::string, std::string> tags;
};

struct ModelClause
{
    std::string text;
    std::function<bool(const ModelRun &)> holds;
};

bool isLike(const std::string &text, const std::string &pattern, std::size_t t = 0, std::size_t p = 0)
{
    if (p == pattern.size())
        return t == text.size();
    if (pattern[p] == '%')
        return isLike(text, pattern, t, p + 1) || (t < text.size() && isLike(text, pattern, t + 1, p));
    if (t == text.size() || (pattern[p] != '_' && pattern[p] != text[t]))
        return false;
    // `_` stands for a character, which in UTF-8 may be several bytes.
    std::size_t next = t + 1;
    while (
        pattern[p] == '_' && next < text.size() && (static_cast<unsigned char>(text[next]) & 0xc0U) == 0x80U)
        ++next;
    return isLike(text, pattern, next, p + 1);
}

std::string lower(std::string text)
{
    for (char &c : text)
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return text;
}

class Generator
{
public:
    explicit Generator(unsigned seed)
        : m_random(seed)
    {
    }

    std::size_t below(std::size_t limit)
    {
        return std::uniform_int_distribution<std::size_t>(0, limit - 1)(m_random);
    }
    template<typename T>
    T oneOf(std::initializer_list<T> choices)
    {
        return *(choices.begin() + below(choices.size()));
    }
    const char *key() { return oneOf({"a", "b/c", "d e"}); }
    std::string text()
    {
        return oneOf<const char *>({"", "x", "X", "xy", "x%y", "x_y", "*", "[x]", "äx", "it's"});
    }
    double number()
    {
        return oneOf({-1.0, 0.0, 0.5, 1.0, 1e300, std::numeric_limits<double>::infinity(),
            std::numeric_limits<double>::quiet_NaN()});
    }

    ModelRun run(int index)
    {
        ModelRun run;
        run.name = "run" + std::to_string(index);
        run.start = 1000 + static_cast<std::int64_t>(below(5));
        for (const char *name : {"a", "b/c", "d e"}) {
            if (below(3) != 0)
                run.metrics[name] = number();
            if (below(3) != 0)
                run.parameters[name] = text();
            if (below(3) != 0)
                run.tags[name] = text();
        }
        return run;
    }

    ModelClause clause()
    {
        switch (below(4)) {
        case 0:
            return metricClause();
        case 1:
            return textClause("params", &ModelRun::parameters);
        case 2:
            return textClause("tags", &ModelRun::tags);
        default:
            return startClause();
        }
    }

private:
    static bool compare(const std::string &comparator, double left, double right)
    {
        if (comparator == "=")
            return left == right;
        if (comparator == "!=")
            return left != right;
        if (comparator == "<")
            return left < right;
        if (comparator == "<=")
            return left <= right;
        return comparator == ">" ? left > right : left >= right;
    }

    ModelClause metricClause()
    {
        const std::string name = key();
        const std::string comparator = oneOf({"=", "!=", "<", "<=", ">", ">="});
        const auto [text, value]
            = oneOf<std::pair<const char *, double>>({{"0.5", 0.5}, {"1", 1}, {"-1.0", -1}, {"0", 0}});
        return {"metrics.`" + name + "` " + comparator + " " + text,
            [name, comparator, number = value](const ModelRun &run) {
                const auto found = run.metrics.find(name);
                return found != run.metrics.end() && compare(comparator, found->second, number);
            }};
    }

    ModelClause textClause(const char *entity, std::map<std::string, std::string> ModelRun::*member)
    {
        const std::string name = key();
        const std::string comparator = oneOf({"=", "!=", "LIKE", "ILIKE"});
        const std::string value = oneOf({"x", "X", "x%", "%y", "x_y", "%", "*", "[x]", "_x", "äx"});
        return {std::string(entity) + ".\"" + name + "\" " + comparator + " '" + value + "'",
            [=](const ModelRun &run) {
                const auto found = (run.*member).find(name);
                if (found == (run.*member).end())
                    return false;
                if (comparator == "LIKE")
                    return isLike(found->second, value);
                if (comparator == "ILIKE")
                    return isLike(lower(found->second), lower(value));
                return (found->second == value) == (comparator == "=");
            }};
    }

    ModelClause startClause()
    {
        const std::string comparator = oneOf({"=", "!=", "<", "<=", ">", ">="});
        const std::int64_t start = 1000 + static_cast<std::int64_t>(below(5));
        return {"attributes.start_time " + comparator + " " + std::to_string(start),
            [comparator, start](const ModelRun &run) {
                return compare(comparator, static_cast<double>(run.start), static_cast<double>(start));
            }};
    }

    std::mt19937 m_random;
};

void store(TrackedWorkspace &workspace, ModelRun &run)
{
    run.id = workspace.newRun({{"run_name", run.name}, {"start_time", run.start}});
    Json batch{
        {"run_id", run.id}, {"metrics", Json::array()}, {"params", Json::array()}, {"tags", Json::array()}};
    for (const auto &[key, value] : run.metrics)
        batch["metrics"].push_back({{"key", key},
            {"value",
                std::isnan(value)       ? Json("NaN")
                    : std::isinf(value) ? Json("Infinity")
                                        : Json(value)},
            {"timestamp", 1}});
    for (const auto &[key, value] : run.parameters)
        batch["params"].push_back({{"key", key}, {"value", value}});
    for (const auto &[key, value] : run.tags)
        batch["tags"].push_back({{"key", key}, {"value", value}});
    ASSERT_TRUE(workspace.log(parseLogBatch(batch)));
}

std::vector<std::string> idsOf(const Json &answer)
{
    std::vector<std::string> ids;
    for (const Json &run : answer.value("runs", Json::array()))
        ids.push_back(run["info"]["run_id"].get<std::string>());
    return ids;
}

/// Numbers, then NaN, then nothing.
int rank(const ModelRun &run, const std::string &key)
{
    const auto found = run.metrics.find(key);
    return found == run.metrics.end() ? 2 : std::isnan(found->second) ? 1 : 0;
}

bool isBefore(const ModelRun &left, const ModelRun &right, const std::string &key, bool descending)
{
    if (rank(left, key) != rank(right, key))
        return rank(left, key) < rank(right, key);
    if (rank(left, key) == 0 && left.metrics.at(key) != right.metrics.at(key))
        return (left.metrics.at(key) < right.metrics.at(key)) != descending;
    return left.start != right.start ? left.start > right.start : left.id < right.id;
}

} // namespace

TEST(RunSearchModel, AgreesWithANaiveEvaluator)
{
    TrackedWorkspace workspace;
    Generator generator(20240607);
    std::vector<ModelRun> runs;
    for (int i = 0; i < 60; ++i) {
        runs.push_back(generator.run(i));
        store(workspace, runs.back());
    }
    std::size_t matches = 0;
    for (int i = 0; i < 400; ++i) {
        std::vector<ModelClause> clauses(generator.below(4));
        std::string filter;
        for (ModelClause &clause : clauses) {
            clause = generator.clause();
            filter += (filter.empty() ? "" : " AND ") + clause.text;
        }
        const std::string key = generator.key();
        const bool descending = generator.below(2) == 1;
        std::vector<ModelRun> expected;
        for (const ModelRun &run : runs)
            if (std::all_of(
                    clauses.begin(), clauses.end(), [&](const auto &clause) { return clause.holds(run); }))
                expected.push_back(run);
        std::sort(expected.begin(), expected.end(),
            [&](const auto &left, const auto &right) { return isBefore(left, right, key, descending); });
        std::vector<std::string> ids;
        for (const ModelRun &run : expected)
            ids.push_back(run.id);
        matches += ids.size();
        const std::string order = "metrics.\"" + key + "\"" + (descending ? " DESC" : " ASC");
        EXPECT_EQ(idsOf(good(workspace.runSearch->search(TrackedWorkspace::owner(),
                      {{"experiment_ids", Json::array({"0"})}, {"filter", filter},
                          {"order_by", Json::array({order})}}))),
            ids)
            << filter << " ordered by " << order;
    }
    EXPECT_GT(matches, 1000U) << "the filters must let something pass";
}

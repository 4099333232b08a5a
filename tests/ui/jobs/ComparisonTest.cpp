#include "ui/jobs/Comparison.h"

#include <gtest/gtest.h>

#include <limits>

using namespace atelier;
using namespace atelier::ui;

namespace {

JobDetail withMetrics(const Named<double> &metrics)
{
    JobDetail job;
    job.summary.metrics = metrics;
    return job;
}

} // namespace

TEST(Comparison, TellsJobsOfTheSameTitleApartByTheirNames)
{
    const auto titled = [](const char *name, const char *title) {
        JobDetail job;
        job.summary.name = name;
        job.summary.displayName = title;
        return job;
    };
    EXPECT_EQ(
        distinctNames({titled("one", "Boosting"), titled("two", "Forest"), titled("three", "Boosting")}),
        (std::vector<std::string>{"one", "Forest", "three"}));
}

TEST(Comparison, MarksTheBestByTheWayAMetricGetsBetter)
{
    const auto metrics = compareMetrics(
        {withMetrics({{"auc", 0.5}, {"loss", 3}}), withMetrics({{"auc", 0.75}, {"loss", 4}})}, 0);
    ASSERT_EQ(metrics.size(), 2U);
    EXPECT_EQ(metrics[0].key, "auc");
    EXPECT_FALSE(metrics[0].values[0].isBest);
    EXPECT_TRUE(metrics[0].values[1].isBest);
    EXPECT_EQ(metrics[0].values[1].difference, 0.25);
    EXPECT_FALSE(metrics[0].values[0].difference.has_value()) << "the baseline has none to itself";
    EXPECT_TRUE(metrics[1].values[0].isBest) << "the smaller loss";
    EXPECT_EQ(metrics[1].values[1].difference, 1);
}

TEST(Comparison, MarksNobodyWhereAllAreAsGood)
{
    const auto metrics = compareMetrics({withMetrics({{"auc", 0.5}}), withMetrics({{"auc", 0.5}})}, 0);
    EXPECT_FALSE(metrics[0].values[0].isBest || metrics[0].values[1].isBest);
    EXPECT_FALSE(metrics[0].values[0].share.has_value());
}

TEST(Comparison, PutsFiniteValuesOnOneScaleAndLeavesOthersOut)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    const auto metrics
        = compareMetrics({withMetrics({{"auc", 1}}), withMetrics({{"auc", 3}}), withMetrics({{"auc", 2}}),
                             withMetrics({{"auc", infinity}}), withMetrics({})},
            4);
    const auto &values = metrics[0].values;
    EXPECT_EQ(values[0].share, 0);
    EXPECT_EQ(values[1].share, 1);
    EXPECT_EQ(values[2].share, 0.5);
    EXPECT_FALSE(values[3].share || values[4].share || values[4].value);
    EXPECT_FALSE(values[0].difference.has_value()) << "the baseline has not logged it";
}

TEST(Comparison, ComparesParametersAndLiteralInputsButNoPaths)
{
    JobDetail one;
    one.summary.parameters = {{"depth", "3"}, {"seed", "7"}};
    one.inputs = {{"rate", "number", "0.1", ""}, {"table", "uri_file", "/a", ""}};
    JobDetail other;
    other.summary.parameters = {{"depth", "4"}, {"seed", "7"}};
    const auto parameters = compareParameters({one, other});
    ASSERT_EQ(parameters.size(), 3U);
    EXPECT_EQ(parameters[0].name, "depth");
    EXPECT_TRUE(parameters[0].differs());
    EXPECT_EQ(parameters[1].name, "rate");
    EXPECT_TRUE(parameters[1].differs()) << "the other job has none";
    EXPECT_FALSE(parameters[2].differs());
}

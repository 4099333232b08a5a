#include "core/domain/MetricGoal.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

using namespace atelier;

TEST(MetricGoal, ShrinksLossesAndErrorsAndGrowsAllElse)
{
    for (const char *metric : {"loss", "val/log_loss", "RMSE", "train.mean-absolute error", "epoch_seconds"})
        EXPECT_EQ(goalOf(metric), MetricGoal::Minimize) << metric;
    for (const char *metric : {"auc", "val/accuracy", "lossless_ratio", "R2", "", "κ"})
        EXPECT_EQ(goalOf(metric), MetricGoal::Maximize) << metric;
}

TEST(MetricGoal, TakesTheScoreThatTellsMostAsThePrimaryMetric)
{
    const auto primary = [](const std::vector<std::string> &metrics) { return primaryMetric(metrics); };
    EXPECT_EQ(primary({"rows", "loss", "accuracy", "auc"}), "auc");
    EXPECT_EQ(primary({"accuracy_train", "accuracy"}), "accuracy");
    EXPECT_EQ(primary({"train/auc", "val/loss"}), "val/loss");
    EXPECT_EQ(primary({"accuracy", "val_accuracy"}), "val_accuracy");
    EXPECT_EQ(primary({"loss"}), "loss");
    EXPECT_EQ(primary({"rows_test", "loss", "epoch"}), "loss");
    EXPECT_EQ(primary({"reward"}), "reward");
    EXPECT_EQ(primary({"rows_read", "rows_per_minute"}), "rows_per_minute");
    EXPECT_EQ(primary({"rows_dropped", "rows_read", "epoch"}), "") << "counts say nothing of how good it is";
    EXPECT_EQ(primary({}), "");
}

TEST(MetricGoal, KnowsCountsFromWhatIsGoodOrBad)
{
    for (const char *metric : {"rows_read", "epoch", "train/num_samples", "step"})
        EXPECT_TRUE(isCount(metric)) << metric;
    for (const char *metric : {"auc", "step_loss", "samples_per_second", "reward", ""})
        EXPECT_FALSE(isCount(metric)) << metric;
}

TEST(MetricGoal, RanksTheMetricsAndKeepsTheOrderOfThoseThatTellAsMuch)
{
    EXPECT_EQ(rankedMetrics({"zeta", "loss", "alpha", "auc", "accuracy_train", "accuracy"}),
        (std::vector<std::string>{"auc", "accuracy", "loss", "zeta", "alpha", "accuracy_train"}));
    EXPECT_EQ(rankedMetrics({"rows_test", "rows_read", "accuracy_train", "zeta"}),
        (std::vector<std::string>{"zeta", "accuracy_train", "rows_test", "rows_read"}));
    EXPECT_TRUE(rankedMetrics({}).empty());
}

TEST(MetricGoal, NeverPrefersNanToANumber)
{
    const double nan = std::nan("");
    EXPECT_TRUE(isBetter(MetricGoal::Maximize, 2, 1));
    EXPECT_TRUE(isBetter(MetricGoal::Minimize, 1, 2));
    EXPECT_FALSE(isBetter(MetricGoal::Minimize, 1, 1));
    EXPECT_FALSE(isBetter(MetricGoal::Maximize, nan, 1));
    EXPECT_TRUE(isBetter(MetricGoal::Minimize, 1, nan));
    EXPECT_FALSE(isBetter(MetricGoal::Minimize, nan, nan));
}

#include "ui/gallery/SampleJobs.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>

using namespace atelier::ui;

TEST(TableModel, KeepsQtsRulesForModels)
{
    gallery::SampleJobs jobs;
    const QAbstractItemModelTester tester(&jobs, QAbstractItemModelTester::FailureReportingMode::Fatal);
    EXPECT_EQ(jobs.columnCount(), 8);
}

TEST(TableModel, ACellIsReadAsPlainWords)
{
    EXPECT_EQ(plainText(cell::Name{QStringLiteral("forest"), QStringLiteral("400 trees")}),
        QStringLiteral("forest, 400 trees"));
    EXPECT_EQ(plainText(cell::Metric{{1, 2}, QStringLiteral("0.99"), QStringLiteral("AUC"), true}),
        QStringLiteral("0.99, AUC"));
    EXPECT_EQ(plainText(cell::Tags{{QStringLiteral("a"), QStringLiteral("b")}}), QStringLiteral("a, b"));
    EXPECT_EQ(plainText(cell::Status{stateLook(atelier::JobStatus::Queued)}), QStringLiteral("Queued"));
    EXPECT_EQ(plainText(cell::Number{}), QString());
}

TEST(TableModel, AGroupCannotBeSelected)
{
    gallery::SampleJobs jobs;
    EXPECT_TRUE(jobs.isGroup(0));
    EXPECT_FALSE(jobs.flags(jobs.index(0, 0)).testFlag(Qt::ItemIsSelectable));
    EXPECT_TRUE(jobs.flags(jobs.index(1, 0)).testFlag(Qt::ItemIsSelectable));
}

TEST(TableModel, KnowsWhatMoves)
{
    EXPECT_TRUE(isLive(cell::Status{stateLook(atelier::JobStatus::Running)}));
    EXPECT_FALSE(isLive(cell::Status{stateLook(atelier::JobStatus::Completed)}));
    EXPECT_TRUE(isLive(cell::Bar{{0.5, Tone::Accent, true}, {}}));
    EXPECT_FALSE(isLive(cell::Text{}));
}

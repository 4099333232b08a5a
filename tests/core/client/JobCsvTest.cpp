#include "core/client/JobCsv.h"

#include <gtest/gtest.h>

using namespace atelier;

namespace {

JobSummary job(const std::string &title)
{
    JobSummary job;
    job.name = "calm_river";
    job.displayName = title;
    job.status = JobStatus::Completed;
    job.createdMs = 1'700'000'000'000; // 2023-11-14 22:13:20 UTC
    return job;
}

} // namespace

TEST(JobCsv, QuotesWhatWouldEndACell)
{
    const std::vector<std::string> columns{"display_name", "status"};
    EXPECT_EQ(jobCsvHead(columns), "display_name,status\r\n");
    EXPECT_EQ(jobCsvRow(job("plain"), columns, 0), "plain,Completed\r\n");
    EXPECT_EQ(jobCsvRow(job("a, b"), columns, 0), "\"a, b\",Completed\r\n");
    EXPECT_EQ(jobCsvRow(job("say \"hi\""), columns, 0), "\"say \"\"hi\"\"\",Completed\r\n");
    EXPECT_EQ(jobCsvRow(job("two\nlines"), columns, 0), "\"two\nlines\",Completed\r\n");
    EXPECT_EQ(jobCsvRow(job("نبيذ 🍷"), columns, 0), "نبيذ 🍷,Completed\r\n");
}

TEST(JobCsv, NoTextIsTakenForAFormula)
{
    const std::vector<std::string> columns{"display_name"};
    EXPECT_EQ(jobCsvRow(job("=1+1"), columns, 0), "'=1+1\r\n");
    EXPECT_EQ(jobCsvRow(job("+49 30"), columns, 0), "'+49 30\r\n");
    EXPECT_EQ(jobCsvRow(job("-rf"), columns, 0), "'-rf\r\n");
    EXPECT_EQ(jobCsvRow(job("@SUM(A1,A2)"), columns, 0), "\"'@SUM(A1,A2)\"\r\n");
    EXPECT_EQ(jobCsvRow(job("-0.5"), columns, 0), "-0.5\r\n") << "a number is no formula";
}

TEST(JobCsv, NumbersAndTimesAreWhole)
{
    JobSummary run = job("run");
    run.startedMs = 1'700'000'001'000;
    run.endedMs = 1'700'000'002'500;
    run.metrics["auc"] = 0.1 + 0.2;
    run.inputs["rate"] = "0.1";
    run.inputs["seed"] = "7";
    run.parameters["rate"] = "0.3";
    EXPECT_EQ(
        jobCsvRow(run, {"created", "duration", "metric.auc", "metric.none", "param.rate", "param.seed"}, 0),
        "2023-11-14T22:13:20Z,1.5,0.30000000000000004,,0.3,7\r\n");
}

TEST(JobCsv, KnowsItsColumns)
{
    for (const std::string &column : jobCsvColumns())
        EXPECT_TRUE(isJobCsvColumn(column)) << column;
    EXPECT_TRUE(isJobCsvColumn("metric.auc"));
    EXPECT_FALSE(isJobCsvColumn("metric."));
    EXPECT_FALSE(isJobCsvColumn("colour"));
}

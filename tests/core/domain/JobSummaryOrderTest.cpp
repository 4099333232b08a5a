#include "core/domain/JobSummaryOrder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

using namespace atelier;
using testing::ElementsAre;

namespace {

JobSummary job(const std::string &name, std::int64_t createdMs)
{
    JobSummary job;
    job.name = name;
    job.createdMs = createdMs;
    return job;
}

std::vector<std::string> sorted(std::vector<JobSummary> jobs, const std::string &order)
{
    std::stable_sort(jobs.begin(), jobs.end(),
        [&](const JobSummary &one, const JobSummary &other) { return isBefore(one, other, order, 1000); });
    std::vector<std::string> names;
    for (const JobSummary &job : jobs)
        names.push_back(job.name);
    return names;
}

} // namespace

TEST(JobSummaryOrder, IsNewestFirstUnlessItSaysOtherwise)
{
    const std::vector<JobSummary> jobs{job("b", 20), job("c", 30), job("a", 10)};
    EXPECT_THAT(sorted(jobs, ""), ElementsAre("c", "b", "a"));
    EXPECT_THAT(sorted(jobs, "created asc"), ElementsAre("a", "b", "c"));
    EXPECT_THAT(sorted(jobs, "created desc"), ElementsAre("c", "b", "a"));
    EXPECT_THAT(sorted(jobs, "name asc"), ElementsAre("a", "b", "c"));
    EXPECT_THAT(sorted(jobs, "status asc"), ElementsAre("c", "b", "a")) << "equal ones are newest first";
}

TEST(JobSummaryOrder, WhatIsAbsentComesLastEitherWay)
{
    JobSummary good = job("good", 1);
    good.metrics["auc"] = 0.9;
    good.startedMs = 900; // for 100 ms, until now
    JobSummary bad = job("bad", 2);
    bad.metrics["auc"] = 0.1;
    bad.startedMs = 100;
    bad.endedMs = 150;
    const std::vector<JobSummary> jobs{job("none", 3), bad, good};
    EXPECT_THAT(sorted(jobs, "metric.auc desc"), ElementsAre("good", "bad", "none"));
    EXPECT_THAT(sorted(jobs, "metric.auc asc"), ElementsAre("bad", "good", "none"));
    EXPECT_THAT(sorted(jobs, "duration desc"), ElementsAre("good", "bad", "none"));
    EXPECT_THAT(sorted(jobs, "duration asc"), ElementsAre("bad", "good", "none"));
}

TEST(JobSummaryOrder, ParametersThatAreNumbersCompareAsNumbers)
{
    JobSummary nine = job("nine", 1);
    nine.parameters["depth"] = "9";
    JobSummary ten = job("ten", 2);
    ten.parameters["depth"] = "10";
    EXPECT_THAT(sorted({nine, ten}, "param.depth desc"), ElementsAre("ten", "nine"));
}

TEST(JobSummaryOrder, AParameterIsWhatWasNotedBeforeWhatWasGiven)
{
    JobSummary given = job("given", 1);
    given.inputs["rate"] = "0.2";
    JobSummary noted = job("noted", 2);
    noted.inputs["rate"] = "0.1";
    noted.parameters["rate"] = "0.3";
    EXPECT_THAT(
        sorted({noted, given, job("none", 3)}, "param.rate asc"), ElementsAre("given", "noted", "none"));
}

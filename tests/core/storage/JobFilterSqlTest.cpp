#include "core/storage/JobFacets.h"
#include "core/storage/JobListing.h"
#include "core/storage/MetricRepository.h"
#include "core/storage/ParameterRepository.h"
#include "core/storage/TagRepository.h"
#include "tests/core/storage/Workspace.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <map>
#include <random>

using namespace atelier;
using testing::ElementsAre;
using testing::ElementsAreArray;
using testing::IsEmpty;

namespace {

constexpr std::int64_t now = 1'000'000;

/// A job as the test keeps it beside the database.
struct Job
{
    JobRow row;
    std::string experiment;
    std::map<std::string, std::string> tags;
    std::map<std::string, std::string> parameters;
    std::map<std::string, double> metrics; ///< what it shows

    [[nodiscard]] double duration() const
    {
        return row.startedMs ? static_cast<double>(row.endedMs.value_or(now) - *row.startedMs) : std::nan("");
    }
};

bool compares(JobComparison comparison, double one, double other)
{
    switch (comparison) {
    case JobComparison::Equal:
        return one == other;
    case JobComparison::Less:
        return one < other;
    case JobComparison::LessEqual:
        return one <= other;
    case JobComparison::Greater:
        return one > other;
    case JobComparison::GreaterEqual:
        return one >= other;
    }
    return false;
}

} // namespace

/// 400 jobs of five experiments with tags, parameters and metrics; every seventh is a pipeline of two steps
/// that measure for it, and some of those were reused.
class JobFilterSqlTest : public testing::Test
{
protected:
    void SetUp() override
    {
        ASSERT_TRUE(db().run("BEGIN"));
        for (int i = 0; i < 5; ++i)
            m_experiments.push_back(
                *ExperimentRepository::insert(db(), {0, "experiment " + std::to_string(i), false, 1, 1, {}}));
        for (int i = 0; i < 400; ++i)
            addJob(i);
        ASSERT_TRUE(db().run("COMMIT"));
    }
    Database &db() { return m_workspace.database(); }
    int random(int below) { return static_cast<int>(m_random() % static_cast<unsigned>(below)); }

    void addJob(int number)
    {
        const auto experiment = static_cast<std::size_t>(random(5));
        Job job{test::plainJob("job" + std::to_string(number), m_experiments[experiment], 1000 + random(50)),
            "experiment " + std::to_string(experiment), {}, {}, {}};
        static constexpr JobStatus statuses[] = {JobStatus::Completed, JobStatus::Failed, JobStatus::Running,
            JobStatus::Queued, JobStatus::Canceled};
        static const std::string words[] = {"wine", "ÜBER", "100%", "a_b", "شبكة", "🍷 dry", "Wine"};
        JobRow &row = job.row;
        row.type = number % 7 == 0 ? JobType::Pipeline : JobType::Command;
        row.status = statuses[random(5)];
        row.displayName = words[random(7)] + " " + std::to_string(random(4));
        row.description = random(3) == 0 ? words[random(7)] : "";
        row.user = random(2) == 0 ? "ada" : "bob";
        if (row.status != JobStatus::Queued)
            row.startedMs = 2000 + random(100);
        if (isFinal(row.status))
            row.endedMs = *row.startedMs + random(5) * 100;
        row.id = test::added(db(), row);
        static const std::string rates[] = {"0.1", "1e-3", "12", "many", "0.10", "-2", ""};
        if (random(2) == 0)
            job.parameters["rate"] = rates[random(7)];
        if (random(3) == 0)
            job.tags["team"] = words[random(7)];
        if (random(4) == 0)
            job.tags["draft"] = "";
        putParameters(job, number);
        for (const auto &[key, value] : job.tags)
            EXPECT_TRUE(TagRepository::set(db(), row.id, key, value));
        if (row.type == JobType::Pipeline)
            addSteps(job);
        else if (random(3) > 0)
            job.metrics["auc"] = measure(row.id);
        m_jobs.push_back(std::move(job));
    }
    /// What counts is noted by every second job and given to the others; a file of that name is no parameter.
    void putParameters(const Job &job, int number)
    {
        const auto give = [&](const std::string &type, const std::string &value) {
            EXPECT_TRUE(JobRepository::putInput(db(), job.row.id, {"rate", type, "", value, ""}));
        };
        for (const auto &[key, value] : job.parameters) {
            if (number % 2 == 0) {
                EXPECT_TRUE(ParameterRepository::insert(db(), job.row.id, key, value));
            }
            if (number % 3 != 0)
                give("string", number % 2 == 0 ? "0.1" : value);
            else if (number % 2 != 0)
                give("number", value);
        }
        if (job.parameters.empty() && number % 5 == 0)
            give("uri_file", "0.1");
    }
    double measure(std::int64_t job)
    {
        const double value = random(8) / 8.0;
        EXPECT_TRUE(MetricRepository::append(db(), job, "auc", {0, 1, value}));
        return value;
    }
    /// The last step that measures counts.
    void addSteps(Job &job)
    {
        for (int step = 0; step < 2; ++step) {
            JobRow row
                = test::plainJob(job.row.name + "-" + std::to_string(step), job.row.experimentId, 3000);
            row.parentId = job.row.id;
            const bool isReused = !m_measuredSteps.empty() && random(3) == 0;
            if (isReused)
                row.reusedFrom = m_measuredSteps.begin()->first;
            row.id = test::added(db(), row);
            if (isReused)
                job.metrics["auc"] = m_measuredSteps.begin()->second;
            else if (random(2) == 0)
                job.metrics["auc"] = m_measuredSteps[row.name] = measure(row.id);
        }
    }

    JobQuery query()
    {
        JobQuery query;
        query.topLevelOnly = true;
        query.nowMs = now;
        query.limit = 1000;
        return query;
    }
    std::vector<std::string> names(const JobQuery &query)
    {
        const auto page = listJobs(db(), query);
        if (!page)
            return {page.error().sentence};
        std::vector<std::string> found;
        for (const JobRow &job : page->rows)
            found.push_back(job.name);
        return found;
    }
    void expectSame(const JobCondition &condition, const std::function<bool(const Job &)> &fits)
    {
        for (const bool isNegated : {false, true}) {
            JobQuery query = this->query();
            query.conditions = {condition};
            query.conditions.front().isNegated = isNegated;
            std::vector<std::string> expected;
            for (const Job &job : m_jobs)
                if (fits(job) != isNegated)
                    expected.push_back(job.row.name);
            EXPECT_THAT(names(query), testing::UnorderedElementsAreArray(expected))
                << static_cast<int>(condition.field) << " negated " << isNegated;
            EXPECT_EQ(*countJobs(db(), query), static_cast<std::int64_t>(expected.size()));
        }
    }

    test::Workspace m_workspace;
    std::mt19937 m_random{11};
    std::vector<std::int64_t> m_experiments;
    std::map<std::string, double> m_measuredSteps;
    std::vector<Job> m_jobs;
};

TEST_F(JobFilterSqlTest, WordsFitWhatTheyEqual)
{
    expectSame({JobField::State, {}, {}, {"Failed", "Canceled"}, {}, {}, false}, [](const Job &job) {
        return job.row.status == JobStatus::Failed || job.row.status == JobStatus::Canceled;
    });
    expectSame({JobField::Type, {}, {}, {"pipeline"}, {}, {}, false},
        [](const Job &job) { return job.row.type == JobType::Pipeline; });
    expectSame({JobField::User, {}, {}, {"ada"}, {}, {}, false},
        [](const Job &job) { return job.row.user == "ada"; });
    expectSame({JobField::Compute, {}, {}, {"local"}, {}, {}, false}, [](const Job &) { return true; });
    expectSame({JobField::Experiment, {}, {}, {"experiment 1", "no such"}, {}, {}, false},
        [](const Job &job) { return job.experiment == "experiment 1"; });
    expectSame({JobField::Tag, {}, {}, {"draft"}, {}, {}, false},
        [](const Job &job) { return job.tags.count("draft") > 0; });
    expectSame({JobField::Tag, "team", {}, {"wine", "🍷 dry"}, {}, {}, false}, [](const Job &job) {
        const auto tag = job.tags.find("team");
        return tag != job.tags.end() && (tag->second == "wine" || tag->second == "🍷 dry");
    });
    expectSame({JobField::Parameter, "rate", {}, {"0.1"}, {}, {}, false}, [](const Job &job) {
        const auto rate = job.parameters.find("rate");
        return rate != job.parameters.end() && rate->second == "0.1";
    });
}

TEST_F(JobFilterSqlTest, TextIsFoundAnywhereAndMeansItself)
{
    for (const std::string text : {"%", "_", "شبكة", "🍷", "job39", "' OR 1=1 --", "\\"})
        expectSame({JobField::Text, {}, {}, {text}, {}, {}, false}, [&](const Job &job) {
            return (job.row.name + "\n" + job.row.displayName + "\n" + job.row.description).find(text)
                != std::string::npos;
        });
    expectSame({JobField::Text, {}, {}, {"wInE"}, {}, {}, false}, [&](const Job &job) {
        const std::string all = job.row.displayName + "\n" + job.row.description;
        return all.find("wine") != std::string::npos || all.find("Wine") != std::string::npos;
    });
}

TEST_F(JobFilterSqlTest, EveryOperatorComparesNumbers)
{
    for (int i = 0; i <= static_cast<int>(JobComparison::GreaterEqual); ++i) {
        const auto comparison = static_cast<JobComparison>(i);
        expectSame({JobField::Metric, "auc", comparison, {}, {0.5}, {}, false}, [&](const Job &job) {
            const auto metric = job.metrics.find("auc");
            return metric != job.metrics.end() && compares(comparison, metric->second, 0.5);
        });
        expectSame({JobField::Duration, {}, comparison, {}, {200}, {}, false},
            [&](const Job &job) { return compares(comparison, job.duration(), 200); });
        if (comparison == JobComparison::Equal)
            continue;
        expectSame({JobField::Parameter, "rate", comparison, {}, {0.1}, {}, false}, [&](const Job &job) {
            const auto rate = job.parameters.find("rate");
            const bool isNumber
                = rate != job.parameters.end() && !rate->second.empty() && rate->second != "many";
            return isNumber && compares(comparison, std::stod(rate->second), 0.1);
        });
    }
    expectSame({JobField::Metric, "unheard of", JobComparison::Greater, {}, {0}, {}, false},
        [](const Job &) { return false; });
}

TEST_F(JobFilterSqlTest, TimesHaveABeginningAndAnEnd)
{
    constexpr std::int64_t ever = std::numeric_limits<std::int64_t>::max();
    expectSame({JobField::Created, {}, {}, {}, {}, {{1010, 1020}, {1040, ever}}, false}, [](const Job &job) {
        const std::int64_t created = job.row.createdMs;
        return (created >= 1010 && created < 1020) || created >= 1040;
    });
}

TEST_F(JobFilterSqlTest, PagesFollowOneAnotherWithoutAHoleInEveryOrder)
{
    using Sort = JobQuery::Sort;
    for (const Sort sort : {Sort::Created, Sort::Name, Sort::DisplayName, Sort::Status, Sort::Experiment,
             Sort::Duration, Sort::Metric, Sort::Parameter}) {
        for (const int variant : {0, 1, 2, 3}) {
            JobQuery query = this->query();
            query.sort = sort;
            query.sortKey = sort == Sort::Parameter ? "rate" : "auc";
            query.descending = variant % 2 == 0;
            query.isGrouped = variant >= 2;
            const std::vector<std::string> whole = names(query);
            ASSERT_EQ(whole.size(), m_jobs.size());
            query.limit = 37;
            std::vector<std::string> paged;
            do {
                const auto page = listJobs(db(), query);
                ASSERT_TRUE(page) << page.error().sentence;
                EXPECT_EQ(page->total, 400);
                for (const JobRow &job : page->rows)
                    paged.push_back(job.name);
                query.after = page->end;
            } while (query.after && paged.size() <= whole.size());
            EXPECT_EQ(paged, whole) << static_cast<int>(sort) << " variant " << variant;
        }
    }
}

TEST_F(JobFilterSqlTest, WhatIsSortedByAMetricIsInItsOrder)
{
    JobQuery query = this->query();
    query.sort = JobQuery::Sort::Metric;
    query.sortKey = "auc";
    double last = std::numeric_limits<double>::infinity();
    bool hasEnded = false;
    for (const std::string &name : names(query)) {
        const auto job = std::find_if(
            m_jobs.begin(), m_jobs.end(), [&](const Job &candidate) { return candidate.row.name == name; });
        const auto metric = job->metrics.find("auc");
        hasEnded = hasEnded || metric == job->metrics.end();
        EXPECT_EQ(metric == job->metrics.end(), hasEnded) << "those without it come last";
        if (metric != job->metrics.end()) {
            EXPECT_LE(metric->second, last);
            last = metric->second;
        }
    }
}

TEST_F(JobFilterSqlTest, AJobThatCouldShowTwoValuesOfAMetricIsListedOnceByIt)
{
    const auto add
        = [&](const std::string &name, std::optional<std::int64_t> parent, const std::string &origin) {
              JobRow row = test::plainJob(name, m_experiments.front(), 5000);
              row.parentId = parent;
              row.reusedFrom = origin;
              return test::added(db(), row);
          };
    const auto note = [&](std::int64_t job, double value) {
        ASSERT_TRUE(MetricRepository::append(db(), job, "depth", {0, 1, value}));
    };
    const std::int64_t origin = add("origin", {}, "");
    note(origin, 1);
    const std::int64_t outer = add("outer", {}, "");
    const std::int64_t middle
        = add("middle", outer, "origin"); // reused, noted by itself, and with a run below
    note(middle, 2);
    note(add("inner", middle, ""), 3);
    note(add("reused and noted", {}, "origin"), 4);
    JobQuery query = this->query();
    query.topLevelOnly = false;
    query.sort = JobQuery::Sort::Metric;
    query.sortKey = "depth";
    query.limit = 6;
    EXPECT_THAT(names(query),
        testing::ElementsAre("reused and noted", "inner", "middle", "outer", "origin", testing::_))
        << "outer shows what middle was reused for";
}

TEST_F(JobFilterSqlTest, ExperimentsThatWereUsedLastComeFirstAndStayTogether)
{
    JobQuery query = this->query();
    query.isGrouped = true;
    std::map<std::int64_t, std::int64_t> lastUses;
    for (const Job &job : m_jobs)
        lastUses[job.row.experimentId] = std::max(lastUses[job.row.experimentId], job.row.createdMs);
    const auto page = listJobs(db(), query);
    ASSERT_TRUE(page);
    std::vector<std::int64_t> seen;
    for (const JobRow &row : page->rows)
        if (seen.empty() || seen.back() != row.experimentId)
            seen.push_back(row.experimentId);
    ASSERT_EQ(seen.size(), 5U);
    for (std::size_t i = 1; i < seen.size(); ++i)
        EXPECT_GE(lastUses[seen[i - 1]], lastUses[seen[i]]);
}

TEST_F(JobFilterSqlTest, APlaceStandsWhenItsJobWasDeletedMeanwhile)
{
    JobQuery query = this->query();
    const std::vector<std::string> whole = names(query);
    query.limit = 10;
    query.after = listJobs(db(), query)->end;
    ASSERT_TRUE(query.after);
    ASSERT_TRUE(db().run("UPDATE job SET lifecycle = 'deleted' WHERE name = ?1", query.after->job));
    EXPECT_THAT(
        names(query), ElementsAreArray(std::vector<std::string>(whole.begin() + 10, whole.begin() + 20)));
}

TEST_F(JobFilterSqlTest, AmongSomeNamesAreTheJobsAndThePipelinesOfSteps)
{
    JobQuery query = this->query();
    query.among = {"job1", "job7-0", "job7-1", "nobody"};
    EXPECT_THAT(names(query), testing::UnorderedElementsAre("job1", "job7"));
}

TEST_F(JobFilterSqlTest, FacetsCountTheJobsThatHaveThem)
{
    std::map<std::string, std::int64_t> teams;
    std::int64_t measured = 0;
    for (const Job &job : m_jobs) {
        if (const auto team = job.tags.find("team"); team != job.tags.end())
            ++teams[team->second];
        measured += job.metrics.empty() ? 0 : 1;
    }
    const auto values = jobValues(db(), JobField::Tag, "team", "", 50);
    ASSERT_TRUE(values);
    std::map<std::string, std::int64_t> counted;
    for (const JobFacet &value : *values)
        counted[value.text] = value.jobs;
    EXPECT_EQ(counted, teams);
    EXPECT_TRUE(std::is_sorted(values->begin(), values->end(),
        [](const JobFacet &one, const JobFacet &other) { return one.jobs > other.jobs; }));
    EXPECT_EQ(jobValues(db(), JobField::Tag, "team", "%", 50)->size(), 1U) << "a sign means itself";
    const auto keys = jobKeys(db(), "auc", 50);
    ASSERT_TRUE(keys);
    ASSERT_EQ(keys->size(), 1U);
    EXPECT_EQ(keys->front().field, JobField::Metric);
    EXPECT_LE(keys->front().jobs, measured) << "those of reused steps are their origins'";
    EXPECT_GT(keys->front().jobs, measured / 2);
}

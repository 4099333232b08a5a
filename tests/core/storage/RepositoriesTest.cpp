// The small repositories: settings, experiments, attempts, step cache, tags, parameters, changes, kept
// answers.
#include "core/storage/AttemptRepository.h"
#include "core/storage/ChangeRepository.h"
#include "core/storage/IdempotencyRepository.h"
#include "core/storage/ParameterRepository.h"
#include "core/storage/SettingRepository.h"
#include "core/storage/StepCacheRepository.h"
#include "core/storage/TagRepository.h"
#include "tests/core/storage/Workspace.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace atelier;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

class Repositories : public testing::Test
{
protected:
    void SetUp() override { m_job = test::added(db(), test::plainJob("one", m_workspace.experiment())); }
    Database &db() { return m_workspace.database(); }

    test::Workspace m_workspace;
    std::int64_t m_job = 0;
};

using SettingRepositoryTest = Repositories;
using ExperimentRepositoryTest = Repositories;
using AttemptRepositoryTest = Repositories;
using StepCacheRepositoryTest = Repositories;
using TagRepositoryTest = Repositories;
using ParameterRepositoryTest = Repositories;
using ChangeRepositoryTest = Repositories;
using IdempotencyRepositoryTest = Repositories;

AttemptRow attempt(const std::string &uuid, std::int64_t job, int number)
{
    return {uuid, job, number, AttemptStage::Intended, {"hash of " + uuid}, 1, 10, {}, {}, {}, {}, "", {}, {},
        {}};
}

std::vector<std::string> namesOf(const std::vector<ExperimentRow> &rows)
{
    std::vector<std::string> names;
    for (const ExperimentRow &row : rows)
        names.push_back(row.name);
    return names;
}

} // namespace

TEST_F(SettingRepositoryTest, RemembersReplacesAndForgets)
{
    EXPECT_FALSE(*SettingRepository::find(db(), "port"));
    ASSERT_TRUE(SettingRepository::set(db(), "port", "1"));
    ASSERT_TRUE(SettingRepository::set(db(), "port", "2"));
    EXPECT_EQ(**SettingRepository::find(db(), "port"), "2");
    ASSERT_TRUE(SettingRepository::remove(db(), "port"));
    EXPECT_FALSE(*SettingRepository::find(db(), "port"));
}

TEST_F(ExperimentRepositoryTest, KeepsEveryColumnAndTag)
{
    ExperimentRow row{0, "iris", false, 5, 6, {{"a", "1"}, {"b", "2"}}};
    row.id = *ExperimentRepository::insert(db(), row);
    EXPECT_EQ(**ExperimentRepository::find(db(), row.id), row);
    EXPECT_EQ(**ExperimentRepository::findByName(db(), "iris"), row);
    EXPECT_FALSE(*ExperimentRepository::findByName(db(), "Iris"));
}

TEST_F(ExperimentRepositoryTest, ATakenNameIsAConflict)
{
    const auto second = ExperimentRepository::insert(db(), {0, "wine", false, 1, 1, {}});
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, "experiment.exists");
}

TEST_F(ExperimentRepositoryTest, ListsByLifecycleNewestFirst)
{
    using Lifecycle = ExperimentRepository::Lifecycle;
    const std::int64_t iris = *ExperimentRepository::insert(db(), {0, "iris", false, 5, 5, {{"a", "1"}}});
    EXPECT_THAT(
        namesOf(*ExperimentRepository::list(db(), Lifecycle::Active, 10)), ElementsAre("iris", "wine"));
    EXPECT_THAT(ExperimentRepository::list(db(), Lifecycle::Active, 1)->front().tags,
        ElementsAre(KeyValue{"a", "1"}));
    EXPECT_THAT(namesOf(*ExperimentRepository::list(db(), Lifecycle::Active, 10, 1)), ElementsAre("wine"));
    ASSERT_TRUE(ExperimentRepository::setDeleted(db(), iris, true, 9));
    EXPECT_THAT(namesOf(*ExperimentRepository::list(db(), Lifecycle::Active, 10)), ElementsAre("wine"));
    EXPECT_THAT(namesOf(*ExperimentRepository::list(db(), Lifecycle::Deleted, 10)), ElementsAre("iris"));
    EXPECT_THAT(namesOf(*ExperimentRepository::list(db(), Lifecycle::Any, 10)), ElementsAre("iris", "wine"));
}

TEST_F(ExperimentRepositoryTest, DeletingAndRestoringTakeTheJobsAlong)
{
    ASSERT_TRUE(ExperimentRepository::setDeleted(db(), m_workspace.experiment(), true, 9));
    EXPECT_TRUE((*JobRepository::find(db(), m_job))->isDeleted);
    EXPECT_EQ((*ExperimentRepository::findByName(db(), "wine"))->updatedMs, 9);
    ASSERT_TRUE(ExperimentRepository::setDeleted(db(), m_workspace.experiment(), false, 9));
    EXPECT_FALSE((*JobRepository::find(db(), m_job))->isDeleted);
    EXPECT_EQ(ExperimentRepository::setDeleted(db(), 99, true, 9).error().kind, ErrorKind::NotFound);
}

TEST_F(ExperimentRepositoryTest, RenamesAndTags)
{
    const std::int64_t id = m_workspace.experiment();
    ASSERT_TRUE(ExperimentRepository::rename(db(), id, "red wine", 7));
    ASSERT_TRUE(ExperimentRepository::setTag(db(), id, "k", "1"));
    ASSERT_TRUE(ExperimentRepository::setTag(db(), id, "k", "2"));
    EXPECT_THAT((*ExperimentRepository::findByName(db(), "red wine"))->tags, ElementsAre(KeyValue{"k", "2"}));
    EXPECT_TRUE(*ExperimentRepository::removeTag(db(), id, "k"));
    EXPECT_FALSE(*ExperimentRepository::removeTag(db(), id, "k"));
    EXPECT_EQ(ExperimentRepository::rename(db(), 99, "x", 7).error().kind, ErrorKind::NotFound);
}

TEST_F(AttemptRepositoryTest, KeepsEveryColumn)
{
    AttemptRow row = attempt("u1", m_job, 1);
    ASSERT_TRUE(AttemptRepository::insert(db(), row));
    EXPECT_EQ(**AttemptRepository::find(db(), "u1"), row);
    row.state = AttemptStage::Ended;
    row.cores = 2;
    row.startedMs = 20;
    row.endedMs = 30;
    row.exitCode = 137;
    row.signal = 9;
    row.reason = "killed";
    row.cpuMs = 12;
    row.peakMemoryKib = 2048;
    row.durationMs = 10;
    ASSERT_TRUE(AttemptRepository::update(db(), row));
    EXPECT_EQ(**AttemptRepository::find(db(), "u1"), row);
    row.uuid = "none";
    EXPECT_EQ(AttemptRepository::update(db(), row).error().kind, ErrorKind::NotFound);
}

TEST_F(AttemptRepositoryTest, KnowsWhoseTokenItIs)
{
    ASSERT_TRUE(AttemptRepository::insert(db(), attempt("u1", m_job, 1)));
    ASSERT_TRUE(AttemptRepository::insert(db(), attempt("u2", m_job, 2)));
    EXPECT_EQ((*AttemptRepository::findByToken(db(), {"hash of u2"}))->uuid, "u2");
    EXPECT_FALSE(*AttemptRepository::findByToken(db(), {"hash of u3"}));
    AttemptRow clash = attempt("u3", m_job, 3);
    clash.tokenHash = {"hash of u1"};
    EXPECT_FALSE(AttemptRepository::insert(db(), clash));
}

TEST_F(AttemptRepositoryTest, CountsAttemptsAndListsTheOpenOnes)
{
    EXPECT_EQ(*AttemptRepository::nextNumber(db(), m_job), 1);
    int number = 0;
    for (const AttemptStage state :
        {AttemptStage::Lost, AttemptStage::Ended, AttemptStage::Running, AttemptStage::Intended}) {
        AttemptRow row = attempt(std::string(name(state)), m_job, ++number);
        row.state = state;
        ASSERT_TRUE(AttemptRepository::insert(db(), row));
    }
    EXPECT_EQ(*AttemptRepository::nextNumber(db(), m_job), 5);
    EXPECT_EQ(AttemptRepository::ofJob(db(), m_job)->size(), 4U);
    const auto open = AttemptRepository::open(db());
    ASSERT_TRUE(open);
    ASSERT_EQ(open->size(), 2U);
    EXPECT_EQ((*open)[0].uuid, "Running");
    EXPECT_EQ((*open)[1].uuid, "Intended");
    EXPECT_FALSE(AttemptRepository::insert(db(), attempt("again", m_job, 4))) << "one attempt of each number";
}

TEST_F(StepCacheRepositoryTest, AnswersTheJobThatCameLast)
{
    const std::int64_t other = test::added(db(), test::plainJob("two", m_workspace.experiment()));
    EXPECT_FALSE(*StepCacheRepository::find(db(), "k"));
    ASSERT_TRUE(StepCacheRepository::put(db(), "k", m_job));
    ASSERT_TRUE(StepCacheRepository::put(db(), "k", other));
    EXPECT_EQ(**StepCacheRepository::find(db(), "k"), other);
    ASSERT_TRUE(JobRepository::remove(db(), other));
    EXPECT_FALSE(*StepCacheRepository::find(db(), "k")) << "a job that is gone has no outputs";
    ASSERT_TRUE(StepCacheRepository::put(db(), "k", m_job));
    ASSERT_TRUE(StepCacheRepository::remove(db(), "k"));
    EXPECT_FALSE(*StepCacheRepository::find(db(), "k"));
}

TEST_F(TagRepositoryTest, SetsReplacesAndRemoves)
{
    ASSERT_TRUE(TagRepository::set(db(), m_job, "b", "1"));
    ASSERT_TRUE(TagRepository::set(db(), m_job, "a", ""));
    ASSERT_TRUE(TagRepository::set(db(), m_job, "b", "2"));
    EXPECT_THAT(*TagRepository::ofJob(db(), m_job), ElementsAre(KeyValue{"a", ""}, KeyValue{"b", "2"}));
    EXPECT_EQ(**TagRepository::find(db(), m_job, "a"), "");
    EXPECT_TRUE(*TagRepository::remove(db(), m_job, "a"));
    EXPECT_FALSE(*TagRepository::remove(db(), m_job, "a"));
    EXPECT_FALSE(*TagRepository::find(db(), m_job, "a"));
    EXPECT_FALSE(TagRepository::set(db(), 999, "a", "1"));
}

TEST_F(ParameterRepositoryTest, AreWrittenOnceAndMayBeRepeated)
{
    ASSERT_TRUE(ParameterRepository::insert(db(), m_job, "rate", "0.1"));
    ASSERT_TRUE(ParameterRepository::insert(db(), m_job, "rate", "0.1"));
    ASSERT_TRUE(ParameterRepository::insert(db(), m_job, "empty", ""));
    const Result<void> changed = ParameterRepository::insert(db(), m_job, "rate", "0.2");
    ASSERT_FALSE(changed);
    EXPECT_EQ(changed.error().code, "parameter.changed");
    EXPECT_THAT(changed.error().arguments, testing::Contains(testing::Pair("old", "0.1")));
    EXPECT_THAT(*ParameterRepository::ofJob(db(), m_job),
        ElementsAre(KeyValue{"empty", ""}, KeyValue{"rate", "0.1"}));
}

TEST_F(ChangeRepositoryTest, NeverUsesASequenceAgain)
{
    EXPECT_EQ(*ChangeRepository::oldest(db()), 0);
    EXPECT_EQ(*ChangeRepository::newest(db()), 0);
    std::vector<Change> changes;
    for (int i = 0; i < 10; ++i) {
        changes.push_back({0, "job", "one", std::to_string(i), i});
        ASSERT_TRUE(ChangeRepository::append(db(), changes.back()));
        EXPECT_EQ(changes.back().sequence, i + 1);
    }
    EXPECT_THAT(*ChangeRepository::after(db(), 7, 2), ElementsAre(changes[7], changes[8]));
    ASSERT_TRUE(ChangeRepository::prune(db(), 3));
    EXPECT_EQ(*ChangeRepository::oldest(db()), 8);
    EXPECT_EQ(*ChangeRepository::newest(db()), 10);
    ASSERT_TRUE(ChangeRepository::prune(db(), 0));
    EXPECT_THAT(*ChangeRepository::after(db(), 0, 100), IsEmpty());
    Change next{0, "job", "one", "x", 1};
    ASSERT_TRUE(ChangeRepository::append(db(), next));
    EXPECT_EQ(next.sequence, 11);
}

TEST_F(IdempotencyRepositoryTest, KeepsAnswersForAWhile)
{
    const KeptAnswer early{"k1", "d1", 201, "{}", 10};
    const KeptAnswer late{"k2", "d2", 200, "{\"a\":1}", 20};
    ASSERT_TRUE(IdempotencyRepository::insert(db(), early));
    ASSERT_TRUE(IdempotencyRepository::insert(db(), late));
    EXPECT_EQ(IdempotencyRepository::insert(db(), early).error().kind, ErrorKind::Conflict);
    EXPECT_EQ(**IdempotencyRepository::find(db(), "k1"), early);
    ASSERT_TRUE(IdempotencyRepository::prune(db(), 20));
    EXPECT_FALSE(*IdempotencyRepository::find(db(), "k1"));
    EXPECT_EQ(**IdempotencyRepository::find(db(), "k2"), late);
}

#include "core/execution/JobRecord.h"

#include "core/base/Sha256.h"
#include "core/storage/Database.h"
#include "core/storage/ExperimentRepository.h"
#include "core/storage/TagRepository.h"
#include "tests/core/execution/ScheduledWorkspace.h"

#include <gmock/gmock.h>

using namespace atelier;
using test::commandJob;
using test::pipelineJob;
using testing::ElementsAre;

namespace {

/// A workspace whose scheduler never starts, so that rows stay as they were recorded.
class JobRecord : public testing::Test
{
protected:
    Plan plan(JobDocument document)
    {
        const PlanSources sources{[](const std::string &) -> Result<DataAsset> {
                                      DataAsset asset;
                                      asset.name = "wine";
                                      asset.version = "3";
                                      asset.type = PortType::UriFile;
                                      asset.path = "/data/wine.parquet";
                                      return asset;
                                  },
            [](const std::string &) -> Result<std::string> { return std::string(64, 'd'); }};
        Planned planned = planJob(std::move(document), workspace.layout(), sources);
        EXPECT_TRUE(planned.plan);
        return planned.plan.value_or(Plan{});
    }

    Result<RecordedJob> record(const Plan &plan, const std::string &document = "{}")
    {
        return workspace.writer().run(
            [&](WriteContext &context) { return recordJob(context, plan, document, "ada"); });
    }

    template<typename Read>
    auto read(Read ask)
    {
        auto answer = workspace.readers().read(ask);
        EXPECT_TRUE(answer);
        return *answer;
    }

    test::ScheduledWorkspace workspace;
};

} // namespace

TEST_F(JobRecord, ACommandJobIsOneQueuedRow)
{
    CommandJob job = commandJob("fit");
    job.header.displayName = "Fit it";
    job.header.description = "Fits.";
    const auto recorded = record(plan(job), "{\"a\":1}");
    ASSERT_TRUE(recorded) << recorded.error().sentence;
    EXPECT_TRUE(recorded->isNew);
    const JobRow row = workspace.row("fit");
    EXPECT_EQ(row.id, recorded->job.id);
    EXPECT_EQ(row.type, JobType::Command);
    EXPECT_EQ(row.status, JobStatus::Queued);
    EXPECT_EQ(row.displayName, "Fit it");
    EXPECT_EQ(row.description, "Fits.");
    EXPECT_EQ(row.user, "ada");
    EXPECT_EQ(row.document, "{\"a\":1}");
    EXPECT_EQ(row.documentDigest, sha256Hex("{\"a\":1}"));
    EXPECT_FALSE(row.parentId.has_value());
    EXPECT_GT(row.createdMs, 0);
}

TEST_F(JobRecord, APipelinesStepsWaitForThoseBeforeThem)
{
    const auto recorded
        = record(plan(pipelineJob("p", {{"clean"}, {"split"}, {"train", {"clean", "split"}}})));
    ASSERT_TRUE(recorded) << recorded.error().sentence;
    const JobRow pipeline = workspace.row("p");
    EXPECT_EQ(pipeline.type, JobType::Pipeline);
    for (const char *step : {"p-1", "p-2", "p-3"}) {
        EXPECT_EQ(workspace.row(step).parentId, pipeline.id);
        EXPECT_EQ(workspace.row(step).experimentId, pipeline.experimentId);
    }
    EXPECT_EQ(workspace.row("p-1").status, JobStatus::Queued);
    EXPECT_EQ(workspace.row("p-3").status, JobStatus::NotStarted);
    EXPECT_EQ(workspace.row("p-3").step, "train");
    const std::int64_t last = workspace.row("p-3").id;
    EXPECT_THAT(read([&](Database &database) { return JobRepository::dependenciesOf(database, last); }),
        ElementsAre(workspace.row("p-1").id, workspace.row("p-2").id));
}

TEST_F(JobRecord, InputsAndOutputsAreAsPlanned)
{
    CommandJob job = commandJob("fit");
    job.inputs["table"] = {PortType::UriFile, AccessMode::RoMount, "azureml:wine@latest", true};
    job.inputs["rate"] = {PortType::Number, AccessMode::RoMount, "0.5", false};
    job.outputs["model"] = {};
    job.outputs["model"].type = PortType::UriFolder;
    job.outputs["model"].assetName = "wine-model";
    ASSERT_TRUE(record(plan(job)));
    const std::int64_t id = workspace.row("fit").id;
    EXPECT_THAT(read([&](Database &database) { return JobRepository::inputs(database, id); }),
        testing::UnorderedElementsAre(
            JobInputRow{"table", "uri_file", "ro_mount", "/data/wine.parquet", "azureml:wine:3"},
            JobInputRow{"rate", "number", "ro_mount", "0.5", ""}));
    const auto outputs = read([&](Database &database) { return JobRepository::outputs(database, id); });
    ASSERT_EQ(outputs.size(), 1U);
    EXPECT_EQ(outputs[0].path, (workspace.layout().outputs("fit") / "model").string());
    EXPECT_EQ(outputs[0].assetName, "wine-model");
}

TEST_F(JobRecord, APipelinesOutputIsItsStepsUnderAnotherName)
{
    PipelineJob pipeline = pipelineJob("p", {{"train"}});
    pipeline.jobs["train"].outputs["out"].binding = "${{parent.outputs.model}}";
    pipeline.outputs["model"] = {};
    ASSERT_TRUE(record(plan(pipeline)));
    EXPECT_EQ(workspace.outputPath("p", "model"), workspace.outputPath("p-1", "out"));
    EXPECT_NE(workspace.outputPath("p", "model"), "");
}

TEST_F(JobRecord, OnlyADeterministicStepHasAKeyThatOthersFind)
{
    PipelineJob pipeline = pipelineJob("p", {{"clean"}, {"roll"}});
    pipeline.jobs["roll"].component.isDeterministic = false;
    const Plan planned = plan(pipeline);
    ASSERT_TRUE(record(planned));
    EXPECT_EQ(workspace.row("p-1").cacheKey, planned.steps[0].cacheKey);
    EXPECT_NE(workspace.row("p-1").cacheKey, "");
    EXPECT_EQ(workspace.row("p-2").cacheKey, "");
}

TEST_F(JobRecord, TheSameDocumentAgainWritesNothing)
{
    const Plan planned = plan(pipelineJob("p", {{"a"}, {"b"}}));
    ASSERT_TRUE(record(planned, "same"));
    const auto again = record(planned, "same");
    ASSERT_TRUE(again) << again.error().sentence;
    EXPECT_FALSE(again->isNew);
    EXPECT_EQ(again->job.id, workspace.row("p").id);
    EXPECT_EQ(
        read([&](Database &database) { return JobRepository::children(database, again->job.id); }).size(),
        2U);
}

TEST_F(JobRecord, ATakenNameIsRefusedForAnotherDocument)
{
    ASSERT_TRUE(record(plan(commandJob("fit")), "one"));
    const auto other = record(plan(commandJob("fit")), "two");
    ASSERT_FALSE(other);
    EXPECT_EQ(other.error().kind, ErrorKind::Conflict);
    EXPECT_EQ(other.error().location.path, "name");
    EXPECT_EQ(workspace.row("fit").document, "one");
}

TEST_F(JobRecord, AnExperimentIsMadeOnceAndSharedByThoseWhoNameIt)
{
    CommandJob first = commandJob("first");
    CommandJob second = commandJob("second");
    first.header.experimentName = second.header.experimentName = "wine";
    ASSERT_TRUE(record(plan(first), "1"));
    ASSERT_TRUE(record(plan(second), "2"));
    ASSERT_TRUE(record(plan(commandJob("third")), "3"));
    EXPECT_EQ(workspace.row("first").experimentId, workspace.row("second").experimentId);
    EXPECT_NE(workspace.row("first").experimentId, workspace.row("third").experimentId);
    const auto found
        = read([](Database &database) { return ExperimentRepository::findByName(database, "wine"); });
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->id, workspace.row("first").experimentId);
}

TEST_F(JobRecord, ADeletedExperimentTakesNoNewJobs)
{
    CommandJob first = commandJob("first");
    first.header.experimentName = "wine";
    ASSERT_TRUE(record(plan(first), "1"));
    workspace.run("UPDATE experiment SET lifecycle = 'deleted' WHERE name = 'wine';");
    CommandJob second = commandJob("second");
    second.header.experimentName = "wine";
    const auto refused = record(plan(second), "2");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "experiment.deleted");
    EXPECT_EQ(workspace.row("second").id, 0);
}

TEST_F(JobRecord, TagsAndTheDisplayNameAreThere)
{
    CommandJob job = commandJob("fit");
    job.header.displayName = "Fit it";
    job.header.tags["team"] = "wine";
    ASSERT_TRUE(record(plan(job)));
    const std::int64_t id = workspace.row("fit").id;
    const auto tag = [&](const std::string &key) {
        return read([&](Database &database) {
            return database.value<std::string>(
                "SELECT value FROM tag WHERE job_id = ?1 AND key = ?2", id, key);
        });
    };
    EXPECT_EQ(tag("team"), "wine");
    EXPECT_EQ(workspace.row("fit").displayName, "Fit it");
}

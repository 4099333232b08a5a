#include "core/base/Json.h"
#include "tests/core/tracking/TrackedWorkspace.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace atelier;
using namespace atelier::test;

namespace {

struct Runs : testing::Test
{
    TrackedWorkspace workspace;
    Caller owner = TrackedWorkspace::owner();

    Json update(const Json &request) { return good(workspace.runs->update(owner, request))["run_info"]; }
    static Json tag(const char *key, const char *value) { return {{"key", key}, {"value", value}}; }
};

} // namespace

TEST_F(Runs, AreReadBackAsTheyWereOpened)
{
    const Json request{{"experiment_id", "0"}, {"run_name", "first"}, {"start_time", 1'700'000'000'123},
        {"tags", Json::array({tag("mlflow.user", "ada"), tag("größe", "😀")})}};
    const Json run = good(workspace.runs->create(owner, request))["run"];
    const Json &info = run["info"];
    const std::string id = info["run_id"].get<std::string>();
    EXPECT_EQ(id.size(), 32U);
    EXPECT_EQ(id[12], '4') << "a random UUID";
    EXPECT_EQ(info["run_uuid"], id);
    EXPECT_EQ(info["experiment_id"], "0");
    EXPECT_EQ(info["run_name"], "first");
    EXPECT_EQ(info["status"], "RUNNING");
    EXPECT_EQ(info["start_time"], 1'700'000'000'123);
    EXPECT_EQ(info["lifecycle_stage"], "active");
    EXPECT_EQ(info["user_id"], "ada");
    EXPECT_EQ(info["artifact_uri"], "mlflow-artifacts:/0/" + id + "/artifacts");
    EXPECT_FALSE(info.contains("end_time"));
    EXPECT_EQ(run["data"]["tags"].size(), 3U);
    EXPECT_EQ(valueAt(run["data"]["tags"], "größe"), "😀");
    EXPECT_EQ(valueAt(run["data"]["tags"], "mlflow.runName"), "first");
    EXPECT_FALSE(run["data"].contains("metrics"));
    EXPECT_FALSE(run["data"].contains("params"));
    EXPECT_EQ(run["inputs"], Json::object());
    EXPECT_EQ(workspace.run(id), run);
    EXPECT_THAT(workspace.changes(), testing::Contains(id + " created"));
}

TEST_F(Runs, GetANameWhereTheyHaveNone)
{
    const Json named = workspace.run(workspace.newRun());
    EXPECT_NE(named["info"]["run_name"], "");
    const Json tagged
        = workspace.run(workspace.newRun({{"tags", Json::array({tag("mlflow.runName", "by tag")})}}));
    EXPECT_EQ(tagged["info"]["run_name"], "by tag");
    EXPECT_EQ(failure(workspace.runs->create(
                  owner, {{"run_name", "one"}, {"tags", Json::array({tag("mlflow.runName", "two")})}})),
        "mlflow.INVALID_PARAMETER_VALUE: Both 'run_name' argument and 'mlflow.runName' tag are specified, "
        "but with "
        "different values (run_name='one', mlflow.runName='two').");
}

TEST_F(Runs, AreRefusedWhereTheyCannotBe)
{
    EXPECT_EQ(failure(workspace.runs->create(owner, {{"experiment_id", "9"}})),
        "mlflow.RESOURCE_DOES_NOT_EXIST: No Experiment with id=9 exists");
    EXPECT_FALSE(workspace.runs->create(owner, {{"start_time", "yesterday"}}));
    EXPECT_FALSE(workspace.runs->create(owner, {{"tags", Json::array({tag("a@b", "v")})}}));
    EXPECT_EQ(failure(workspace.runs->get(owner, {{"run_id", "none"}})),
        "mlflow.RESOURCE_DOES_NOT_EXIST: Run with id=none not found");
}

TEST_F(Runs, OnlyWhatAnUpdateNamesIsChanged)
{
    const std::string id = workspace.newRun({{"run_name", "old"}});
    Json info
        = update({{"run_id", id}, {"run_uuid", id}, {"status", "FINISHED"}, {"end_time", 1'800'000'000'000}});
    EXPECT_EQ(info["status"], "FINISHED");
    EXPECT_EQ(info["end_time"], 1'800'000'000'000);
    EXPECT_EQ(info["run_name"], "old");
    info = update({{"run_id", id}, {"run_name", "new"}});
    EXPECT_EQ(info["status"], "FINISHED");
    EXPECT_EQ(info["end_time"], 1'800'000'000'000);
    EXPECT_EQ(valueAt(workspace.run(id)["data"]["tags"], "mlflow.runName"), "new");
    info = update({{"run_id", id}, {"status", 1}, {"end_time", "1800000000000"}});
    EXPECT_EQ(info["status"], "RUNNING") << "resumed, as start_run(run_id) does";
    EXPECT_THAT(workspace.changes(), testing::Contains(id + " status"));
}

TEST_F(Runs, EveryStatusComesBackAsItWent)
{
    const std::string id = workspace.newRun();
    for (const char *status : {"RUNNING", "SCHEDULED", "FINISHED", "FAILED", "KILLED"})
        EXPECT_EQ(update({{"run_id", id}, {"status", status}})["status"], status);
    EXPECT_FALSE(workspace.runs->update(owner, {{"run_id", id}, {"status", "DONE"}}));
    EXPECT_FALSE(workspace.runs->update(owner, {{"run_id", id}, {"status", 6}}));
}

TEST_F(Runs, TheStatusOfAJobIsTheServicesToDecide)
{
    for (const JobType type : {JobType::Command, JobType::Pipeline}) {
        const JobRow job = workspace.job("job_" + std::string(name(type)), type, JobStatus::Running);
        const Json info = update(
            {{"run_id", job.name}, {"status", "FINISHED"}, {"end_time", 5}, {"run_name", "renamed"}});
        EXPECT_EQ(info["status"], "RUNNING");
        EXPECT_FALSE(info.contains("end_time"));
        EXPECT_EQ(info["run_name"], "renamed");
    }
}

TEST_F(Runs, AJobIsARun)
{
    const JobRow pipeline = workspace.job("pipe", JobType::Pipeline, JobStatus::Running);
    const JobRow step = workspace.job("step", JobType::Command, JobStatus::Queued, pipeline.id);
    const Json run = workspace.run("step");
    EXPECT_EQ(run["info"]["status"], "SCHEDULED");
    EXPECT_EQ(run["info"]["start_time"], step.createdMs);
    EXPECT_EQ(valueAt(run["data"]["tags"], "mlflow.runName"), "step shown");
    EXPECT_EQ(valueAt(run["data"]["tags"], "mlflow.parentRunId"), "pipe");
}

TEST_F(Runs, AreDeletedAndRestored)
{
    const std::string id = workspace.newRun();
    good(workspace.runs->remove(owner, {{"run_id", id}}));
    EXPECT_EQ(workspace.run(id)["info"]["lifecycle_stage"], "deleted");
    EXPECT_EQ(failure(workspace.runs->update(owner, {{"run_id", id}, {"status", "FAILED"}})),
        "mlflow.INVALID_PARAMETER_VALUE: The run " + id
            + " must be in the 'active' state. Current state is deleted.");
    good(workspace.runs->restore(owner, {{"run_id", id}}));
    EXPECT_EQ(workspace.run(id)["info"]["lifecycle_stage"], "active");
    EXPECT_FALSE(workspace.runs->remove(owner, {{"run_id", "none"}}));
}

TEST_F(Runs, AJobThatHasNotEndedIsNotDeleted)
{
    workspace.job("running", JobType::Command, JobStatus::Running);
    workspace.job("ended", JobType::Command, JobStatus::Failed);
    EXPECT_EQ(failure(workspace.runs->remove(owner, {{"run_id", "running"}})),
        "mlflow.INVALID_STATE: Job running has not ended; cancel it before you delete it.");
    EXPECT_TRUE(workspace.runs->remove(owner, {{"run_id", "ended"}}));
}

TEST_F(Runs, WhatStandsBelowIsDeletedAndRestoredAlong)
{
    const std::string parent = workspace.newRun();
    const std::string child
        = workspace.newRun({{"tags", Json::array({tag("mlflow.parentRunId", parent.c_str())})}});
    good(workspace.runs->remove(owner, {{"run_id", parent}}));
    EXPECT_EQ(workspace.run(child)["info"]["lifecycle_stage"], "deleted");
    EXPECT_EQ(failure(workspace.runs->restore(owner, {{"run_id", child}})),
        "mlflow.INVALID_STATE: Job " + child + " belongs to " + parent
            + ", which is deleted: restore that one.");
    good(workspace.runs->restore(owner, {{"run_id", parent}}));
    EXPECT_EQ(workspace.run(child)["info"]["lifecycle_stage"], "active");
    EXPECT_THAT(workspace.changes(), testing::IsSupersetOf({child + " deleted", child + " restored"}));
}

TEST_F(Runs, NestedOnesStandBelowTheRunTheyName)
{
    const std::string parent = workspace.newRun();
    const std::string child
        = workspace.newRun({{"tags", Json::array({tag("mlflow.parentRunId", parent.c_str())})}});
    const auto row = workspace.readers().read(
        [&](Database &database) { return JobRepository::findByName(database, child); });
    const auto parentId
        = workspace.readers().read([&](Database &database) { return JobRepository::idOf(database, parent); });
    EXPECT_EQ((*row)->parentId, *parentId);
    EXPECT_EQ(valueAt(workspace.run(child)["data"]["tags"], "mlflow.parentRunId"), parent);
}

TEST_F(Runs, NothingIsOpenedBelowAPipelineWhoseChildrenAreItsSteps)
{
    workspace.job("pipe", JobType::Pipeline, JobStatus::Running);
    const std::string child = workspace.newRun({{"tags", Json::array({tag("mlflow.parentRunId", "pipe")})}});
    const auto row = workspace.readers().read(
        [&](Database &database) { return JobRepository::findByName(database, child); });
    EXPECT_EQ((*row)->parentId, std::nullopt);
    EXPECT_EQ(valueAt(workspace.run(child)["data"]["tags"], "mlflow.parentRunId"), "pipe");
}

TEST_F(Runs, TagsAreRemovedOnce)
{
    const std::string id = workspace.newRun({{"tags", Json::array({tag("colour", "red")})}});
    good(workspace.runs->removeTag(owner, {{"run_id", id}, {"key", "colour"}}));
    EXPECT_EQ(valueAt(workspace.run(id)["data"]["tags"], "colour"), nullptr);
    EXPECT_EQ(failure(workspace.runs->removeTag(owner, {{"run_id", id}, {"key", "colour"}})),
        "mlflow.RESOURCE_DOES_NOT_EXIST: No tag with name: colour in run with id " + id);
}

TEST_F(Runs, DatasetsAreNotedOnceAndReadBackWhole)
{
    const std::string id = workspace.newRun();
    const Json dataset{{"name", "wine"}, {"digest", "f00"}, {"source_type", "local"},
        {"source", R"({"uri": "x"})"}, {"schema", R"({"mlflow_colspec": []})"},
        {"profile", R"({"rows": 3})"}};
    const Json input{{"tags", Json::array({tag("mlflow.data.context", "training")})}, {"dataset", dataset}};
    const Json request{{"run_id", id}, {"datasets", Json::array({input})}};
    good(workspace.runs->logInputs(owner, request));
    good(workspace.runs->logInputs(owner, request));
    EXPECT_EQ(workspace.run(id)["inputs"]["dataset_inputs"], Json::array({input}));
    EXPECT_THAT(workspace.changes(), testing::Contains(id + " inputs"));
    good(
        workspace.runs->logInputs(owner, {{"run_id", id}, {"models", Json::array({{{"model_id", "m-1"}}})}}));
}

TEST_F(Runs, DatasetsWithoutWhatNamesThemAreRefused)
{
    const std::string id = workspace.newRun();
    const Json nameless{{"digest", "f00"}, {"source_type", "local"}, {"source", "x"}};
    EXPECT_FALSE(workspace.runs->logInputs(
        owner, {{"run_id", id}, {"datasets", Json::array({{{"dataset", nameless}}})}}));
    EXPECT_FALSE(
        workspace.runs->logInputs(owner, {{"run_id", id}, {"datasets", Json::array({Json::object()})}}));
    EXPECT_FALSE(workspace.run(id)["inputs"].contains("dataset_inputs"));
}

#include "core/execution/Plan.h"

#include "core/base/Named.h"

#include <gtest/gtest.h>

using namespace atelier;

namespace {

InputValue data(const std::string &value)
{
    return {PortType::UriFile, AccessMode::RoMount, value, true};
}

InputValue binding(const std::string &value)
{
    return {PortType::UriFile, AccessMode::RoMount, value, false};
}

PipelineStep step(
    const std::string &command, const Named<InputValue> &inputs, const std::vector<std::string> &outputs = {})
{
    PipelineStep made;
    made.component.command = command;
    made.component.environment = "azureml:base@latest";
    for (const auto &[name, value] : inputs)
        made.component.inputs[name] = {PortType::UriFile, {}, {}, false, {}, {}, {}, AccessMode::RoMount};
    for (const std::string &name : outputs)
        made.component.outputs[name] = {PortType::UriFile, {}, AccessMode::RwMount};
    made.inputs = inputs;
    return made;
}

/// clean -> split -> train, written in the wrong order.
PipelineJob chain(const std::string &splitCommand = "split")
{
    PipelineJob job;
    job.header.name = "run";
    job.inputs["table"] = data("azureml:wine@latest");
    job.jobs["train"] = step("train", {{"in", binding("${{parent.jobs.split.outputs.out}}")}}, {"out"});
    job.jobs["clean"] = step("clean", {{"in", binding("${{parent.inputs.table}}")}}, {"out"});
    job.jobs["split"] = step(splitCommand, {{"in", binding("${{parent.jobs.clean.outputs.out}}")}}, {"out"});
    return job;
}

PlanSources sources()
{
    return {
        [](const std::string &reference) -> Result<DataAsset> {
            const auto parsed = parseAssetReference(reference);
            if (parsed->name != "wine")
                return Error{ErrorKind::Invalid, "data.not-found", "No " + reference + ".", {}, {}};
            DataAsset asset;
            asset.name = "wine";
            asset.version = "3";
            asset.type = PortType::UriFile;
            asset.path = "/data/wine.parquet";
            return asset;
        },
        [](const std::string &path) -> Result<std::string> {
            if (path.rfind("/data/", 0) != 0)
                return Error{ErrorKind::NotFound, "data.open", "No " + path + ".", {}, {}};
            return std::string(64, 'd');
        },
    };
}

const WorkspaceLayout layout("/workspace");

Plan planned(const PipelineJob &job)
{
    Planned result = planJob(job, layout, sources());
    EXPECT_TRUE(result.plan.has_value());
    return result.plan.value_or(Plan{});
}

std::vector<std::string> keys(const Plan &plan)
{
    std::vector<std::string> list;
    for (const PlannedStep &one : plan.steps)
        list.push_back(one.cacheKey);
    return list;
}

} // namespace

TEST(Plan, PutsEveryStepAfterThoseItTakesFrom)
{
    const Plan plan = planned(chain());
    ASSERT_EQ(plan.steps.size(), 3U);
    EXPECT_EQ(plan.steps[0].name, "clean");
    EXPECT_EQ(plan.steps[1].name, "split");
    EXPECT_EQ(plan.steps[2].name, "train");
    EXPECT_EQ(plan.steps[2].dependsOn, std::vector<std::size_t>{1});
    EXPECT_EQ(plan.steps[2].inputs[0].source, "split.out");
}

TEST(Plan, ResolvesAnAssetThroughThePipelinesInput)
{
    const Plan plan = planned(chain());
    const PlannedInput &input = plan.steps[0].inputs[0];
    EXPECT_EQ(input.value, "/data/wine.parquet");
    EXPECT_EQ(input.source, "azureml:wine:3");
    EXPECT_FALSE(input.digest.empty());
}

TEST(Plan, KnowsEveryOutputsPathBeforeAnythingRuns)
{
    const Plan plan = planned(chain());
    EXPECT_EQ(plan.steps[0].jobName, "run-1");
    EXPECT_EQ(plan.steps[0].outputs[0].path, "/workspace/jobs/run-1/outputs/out");
}

TEST(Plan, ReportsEveryErrorAtOnceWithItsPlace)
{
    PipelineJob job = chain();
    job.inputs["table"] = data("azureml:missing:1");
    job.inputs["other"] = data("/nowhere");
    const Planned result = planJob(job, layout, sources());
    ASSERT_EQ(result.errors.size(), 2U);
    EXPECT_FALSE(result.plan);
    EXPECT_EQ(result.errors[0].location.path, "inputs.table");
    EXPECT_EQ(result.errors[1].location.path, "inputs.other");
}

TEST(Plan, StepsThatWaitForEachOtherAreRefused)
{
    PipelineJob job = chain();
    job.jobs["clean"] = step("clean", {{"in", binding("${{parent.jobs.train.outputs.out}}")}}, {"out"});
    const Planned result = planJob(job, layout, sources());
    ASSERT_EQ(result.errors.size(), 1U);
    EXPECT_EQ(result.errors[0].code, "plan.cycle");
}

TEST(Plan, AStepThatReadsItselfIsRefused)
{
    PipelineJob job = chain();
    job.jobs["clean"] = step("clean", {{"in", binding("${{parent.jobs.clean.outputs.out}}")}}, {"out"});
    const Planned result = planJob(job, layout, sources());
    ASSERT_EQ(result.errors.size(), 1U);
    EXPECT_EQ(result.errors[0].code, "plan.cycle");
}

TEST(Plan, AStepThatReadsOneThatIsNotThereIsRefusedAtItsInput)
{
    PipelineJob job = chain();
    job.jobs["split"] = step("split", {{"in", binding("${{parent.jobs.missing.outputs.out}}")}}, {"out"});
    const Planned result = planJob(job, layout, sources());
    ASSERT_EQ(result.errors.size(), 1U);
    EXPECT_EQ(result.errors[0].code, "plan.step");
    EXPECT_EQ(result.errors[0].location.path, "jobs.split.inputs.in");
}

TEST(Plan, KeepsTheAuthorsOrderWhereNothingElseDecides)
{
    PipelineJob job;
    job.header.name = "run";
    job.jobs["z"] = step("z", {{"in", binding("${{parent.jobs.m.outputs.out}}")}}, {"out"});
    for (const char *name : {"y", "m", "a"})
        job.jobs[name] = step(name, {}, {"out"});
    std::string order;
    for (const PlannedStep &one : planned(job).steps)
        order += one.name;
    EXPECT_EQ(order, "ymza");
}

// Looking through all steps for the next one that is free would take minutes.
TEST(Plan, OfAChainOfThousandsThatIsWrittenBackwardsIsQuick)
{
    constexpr int steps = 5000;
    PipelineJob job;
    job.header.name = "run";
    for (int i = steps; i > 0; --i) {
        Named<InputValue> inputs;
        if (i > 1)
            inputs["in"] = binding("${{parent.jobs.s" + std::to_string(i - 1) + ".outputs.out}}");
        job.jobs.append("s" + std::to_string(i), step("run", inputs, {"out"}));
    }
    const Plan plan = planned(job);
    ASSERT_EQ(plan.steps.size(), static_cast<std::size_t>(steps));
    for (int i = 1; i <= steps; ++i)
        ASSERT_EQ(plan.steps[static_cast<std::size_t>(i - 1)].name, "s" + std::to_string(i));
}

TEST(CacheKey, IsTheSameForTheSamePipelineUnderAnotherName)
{
    PipelineJob other = chain();
    other.header.name = "another";
    other.header.displayName = "Another";
    EXPECT_EQ(keys(planned(chain())), keys(planned(other)));
}

TEST(CacheKey, AnEditedStepChangesItsOwnKeyAndThoseAfterIt)
{
    const auto before = keys(planned(chain()));
    const auto after = keys(planned(chain("split --seed 2")));
    EXPECT_EQ(before[0], after[0]);
    EXPECT_NE(before[1], after[1]);
    EXPECT_NE(before[2], after[2]);
}

TEST(CacheKey, FollowsWhatTheInputHoldsAndNotWhereItLies)
{
    PlanSources changed = sources();
    changed.digest = [](const std::string &) { return Result<std::string>(std::string(64, 'e')); };
    EXPECT_NE(keys(planned(chain()))[0], keys(*planJob(chain(), layout, changed).plan)[0]);
    PlanSources moved = sources();
    moved.asset = [](const std::string &) {
        DataAsset asset;
        asset.name = "wine";
        asset.version = "4";
        asset.type = PortType::UriFile;
        asset.path = "/data/moved.parquet";
        return Result<DataAsset>(asset);
    };
    EXPECT_EQ(keys(planned(chain()))[0], keys(*planJob(chain(), layout, moved).plan)[0]);
}

TEST(CacheKey, AStepAfterOneThatIsNotDeterministicIsNewEachTime)
{
    PipelineJob first = chain();
    first.jobs["clean"].component.isDeterministic = false;
    PipelineJob second = first;
    second.header.name = "another";
    EXPECT_NE(keys(planned(first))[1], keys(planned(second))[1]);
}

TEST(CacheKey, EverythingThatDecidesTheResultIsInIt)
{
    const auto base = keys(planned(chain()))[0];
    const auto changed = [&](auto change) {
        PipelineJob job = chain();
        change(job.jobs["clean"]);
        return keys(planned(job))[0];
    };
    EXPECT_NE(base, changed([](PipelineStep &s) { s.component.code.snapshot = "other"; }));
    EXPECT_NE(base, changed([](PipelineStep &s) { s.component.environment = "other"; }));
    EXPECT_NE(base, changed([](PipelineStep &s) { s.settings.environmentVariables["A"] = "1"; }));
    EXPECT_NE(base, changed([](PipelineStep &s) { s.component.outputs["out"].type = PortType::UriFolder; }));
    EXPECT_EQ(base, changed([](PipelineStep &s) { s.displayName = "Nicer"; }));
    EXPECT_EQ(base, changed([](PipelineStep &s) { s.settings.timeout = std::chrono::seconds(5); }));
}

TEST(AssetReference, HasANameAndAVersionOrTheLatest)
{
    EXPECT_EQ(parseAssetReference("azureml:wine:2")->version, "2");
    EXPECT_EQ(parseAssetReference("azureml:wine@latest")->version, "");
    EXPECT_EQ(parseAssetReference("azureml:wine")->name, "wine");
    EXPECT_FALSE(parseAssetReference("/data/wine.parquet"));
    EXPECT_FALSE(parseAssetReference("azureml://datastores/x/paths/y"));
    EXPECT_FALSE(parseAssetReference("azureml:wine@production"));
}

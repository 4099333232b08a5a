#include "core/execution/StepLaunch.h"

#include "core/storage/Database.h"
#include "tests/core/execution/ScheduledWorkspace.h"

#include <gmock/gmock.h>

using namespace atelier;
using test::commandJob;
using test::pipelineJob;
using testing::HasSubstr;

namespace {

class LaunchOfAStep : public testing::Test
{
protected:
    Result<StepLaunch> launch(const std::string &job)
    {
        const JobRow row = workspace.row(job);
        return workspace.readers().read([&](Database &database) { return launchOf(database, row); });
    }

    test::ScheduledWorkspace workspace; // its scheduler never starts
};

} // namespace

TEST_F(LaunchOfAStep, LiteralsAndPathsStandInTheCommandQuotedForTheShell)
{
    CommandJob job = commandJob("fit");
    job.command = "train --note ${{inputs.note}} --rate ${{inputs.rate}} --to ${{outputs.model}}";
    job.inputs["note"] = {PortType::String, AccessMode::RoMount, "it's; rm -rf $HOME", false};
    job.inputs["rate"] = {PortType::Number, AccessMode::RoMount, "0.5", false};
    job.outputs["model"] = {};
    workspace.submit(job);
    const auto made = launch("fit");
    ASSERT_TRUE(made) << made.error().sentence;
    EXPECT_THAT(made->command, HasSubstr(R"('it'\''s; rm -rf $HOME')"));
    EXPECT_THAT(made->command, HasSubstr((workspace.layout().outputs("fit") / "model").string()));
}

TEST_F(LaunchOfAStep, AStepIsGivenThePathThatTheOneBeforeItMade)
{
    workspace.submit(pipelineJob("p", {{"clean"}, {"train", {"clean"}}}));
    workspace.run("UPDATE job_output SET path = '/old/run/outputs/out' "
                  "WHERE job_id = (SELECT id FROM job WHERE name = 'p-1');"); // as after a reuse
    const auto made = launch("p-2");
    ASSERT_TRUE(made) << made.error().sentence;
    EXPECT_THAT(made->command, HasSubstr("/old/run/outputs/out"));
    ASSERT_EQ(made->inputs.size(), 1U);
    EXPECT_EQ(made->inputs[0].value, "/old/run/outputs/out");
}

TEST_F(LaunchOfAStep, AnInputIsNotTakenForAnOutputOfTheSameNameElsewhere)
{
    PipelineJob pipeline = pipelineJob("p", {{"clean"}, {"train", {"clean"}}});
    pipeline.jobs["train"].component.inputs["text"] = {PortType::String, {}, {}, false, {}, {}, {}, {}};
    pipeline.jobs["train"].inputs["text"] = {PortType::String, {}, "clean.out", false};
    pipeline.jobs["train"].component.command += " ${{inputs.text}}";
    workspace.submit(pipeline);
    const auto made = launch("p-2");
    ASSERT_TRUE(made) << made.error().sentence;
    EXPECT_THAT(made->command, testing::EndsWith(" 'clean.out'"));
}

TEST_F(LaunchOfAStep, VariablesAndTheTimeoutComeFromTheDocument)
{
    CommandJob job = commandJob("fit");
    job.settings.environmentVariables["MODE"] = "fast";
    job.settings.timeout = std::chrono::seconds(90);
    workspace.submit(job);
    const auto made = launch("fit");
    ASSERT_TRUE(made) << made.error().sentence;
    EXPECT_EQ(made->environmentVariables.at("MODE"), "fast");
    EXPECT_EQ(made->timeout, std::chrono::seconds(90));
}

TEST_F(LaunchOfAStep, WithoutLimitsThereIsNoTimeout)
{
    workspace.submit(commandJob("fit"));
    const auto made = launch("fit");
    ASSERT_TRUE(made) << made.error().sentence;
    EXPECT_FALSE(made->timeout.has_value());
    EXPECT_EQ(made->command, "run fit");
}

TEST_F(LaunchOfAStep, ADocumentThatWasChangedByHandIsRefused)
{
    workspace.submit(commandJob("fit"));
    for (const char *broken : {"{", "[]", "{}", R"({"command": ""})"}) {
        workspace.run("UPDATE job_document SET document = '" + std::string(broken) + "';");
        const auto made = launch("fit");
        ASSERT_FALSE(made) << broken;
        EXPECT_EQ(made.error().code, "job.document");
        EXPECT_THAT(made.error().sentence, HasSubstr("fit"));
    }
}

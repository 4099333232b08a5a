#include "core/base/Json.h"
#include "tests/app/cli/World.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace atelier;
using namespace atelier::test;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

namespace {

/// A world with a workspace and a few documents.
class CommandLineJob : public testing::Test
{
protected:
    void SetUp() override
    {
        world.makeWorkspace();
        world.write("code/say.py",
            "import sys\nprint('said', sys.argv[1])\nopen('outputs/said.txt', 'w').write('x')\n");
        world.write("say.yml",
            "command: python say.py ${{inputs.word}}\ncode: ./code\nenvironment: azureml:base:1\n"
            "inputs:\n  word: hello\n");
        // Goes on once the file `go` is there, so that tests decide when it ends.
        world.write("wait.yml",
            "command: echo begun; while [ ! -e " + (world / "go").string()
                + " ]; do sleep 0.05; done; echo done\nenvironment: azureml:base:1\n");
        world.write("pipe.yml", R"(type: pipeline
jobs:
  first:
    command: echo one > ${{outputs.out}}/x.txt
    environment: azureml:base:1
    outputs:
      out: {type: uri_folder}
  second:
    command: for i in $(seq 30); do echo line $i; done; exit 3
    environment: azureml:base:1
    inputs:
      in: ${{parent.jobs.first.outputs.out}}
    outputs:
      out: {type: uri_folder}
  third:
    command: ls ${{inputs.in}}
    environment: azureml:base:1
    inputs:
      in: ${{parent.jobs.second.outputs.out}}
)");
    }

    World world;
};

} // namespace

TEST_F(CommandLineJob, IsSubmittedAndFollowedToItsEnd)
{
    const Outcome job
        = world.run({"job", "create", "-f", "say.yml", "-n", "mine", "--set", "inputs.word=hey", "--stream"});
    EXPECT_EQ(job.code, 0) << job.err;
    EXPECT_THAT(job.out,
        AllOf(HasSubstr("Submitted mine."), HasSubstr("said hey\n"), HasSubstr("Completed in"),
            HasSubstr((world / "ws/jobs/mine/outputs").string()), Not(HasSubstr("\x1b["))));
    EXPECT_THAT(
        world.run({"job", "list"}).out, AllOf(HasSubstr("mine"), HasSubstr("Completed"), HasSubstr("NAME")));
    EXPECT_THAT(world.run({"job", "show", "mine"}).out,
        AllOf(HasSubstr("Completed"), HasSubstr("word"), HasSubstr("hey"), HasSubstr("EXIT CODE")));
    EXPECT_EQ(textAt(world.json({"job", "show", "mine"}), "status"), "Completed");
    EXPECT_EQ(integerAt(world.json({"job", "list", "--status", "Failed"}), "total", -1), 0);
    EXPECT_EQ(world.run({"job", "list", "--status", "Nonsense"}).code, 1);
    EXPECT_EQ(
        integerAt(world.json({"job", "list", "--filter", "state:completed created>1h"}), "total", -1), 1);
    EXPECT_EQ(integerAt(world.json({"job", "list", "--filter", "-state:completed"}), "total", -1), 0);
    const Outcome wrong = world.run({"job", "list", "--filter", "wine stat:failed"});
    EXPECT_EQ(wrong.code, 1);
    EXPECT_THAT(wrong.err, AllOf(HasSubstr("filter:1:6: "), HasSubstr("Did you mean 'state'?")));
}

TEST_F(CommandLineJob, ItsExperimentIsTheFolderThatTheCommandIsRunIn)
{
    const Json job = world.json({"job", "create", "-f", "say.yml"});
    EXPECT_EQ(textAt(job, "experiment"), (world / "x").parent_path().filename().string());
}

TEST_F(CommandLineJob, OutputsAndLogsAreDownloaded)
{
    ASSERT_EQ(world.run({"job", "create", "-f", "say.yml", "-n", "mine", "--stream"}).code, 0);
    const Outcome download = world.run({"job", "download", "mine", "--output", "copy"});
    EXPECT_EQ(download.code, 0) << download.err;
    EXPECT_THAT(read(world / "copy/logs/std_log.txt"), HasSubstr("said hello"));
    EXPECT_EQ(read(world / "copy/outputs/said.txt"), "x");
    EXPECT_THAT(
        world.run({"job", "download", "mine", "--output", "copy"}).err, HasSubstr("name another one"));
}

TEST_F(CommandLineJob, ATableAmongTheOutputsIsPrinted)
{
    world.write("table.yml",
        "command: printf 'n,word\\n9007199254740993,one\\n2,\\n' > outputs/t; echo text > outputs/text\n"
        "environment: azureml:base:1\n");
    ASSERT_EQ(world.run({"job", "create", "-f", "table.yml", "-n", "t", "--stream"}).code, 0);
    const Outcome rows = world.run({"job", "table", "t", "outputs/t"});
    EXPECT_EQ(rows.out, "n                 word\n9007199254740993  one\n2                 –\n");
    EXPECT_THAT(rows.err, HasSubstr("Rows 1 to 2 of 2, columns 1 to 2 of 2."));
    EXPECT_THAT(world.run({"job", "table", "t", "outputs/t", "--profile"}).out,
        AllOf(HasSubstr("COLUMN"), HasSubstr("BIGINT"), HasSubstr("one 100 %")));
    const Json page = world.json({"job", "table", "t", "outputs/t", "--offset", "1", "--first-column", "1"});
    EXPECT_EQ(toText(page.at("rows")), "[[null]]");
    EXPECT_EQ(world.run({"job", "table", "t", "outputs/t", "-o", "csv", "--sort=-n"}).out,
        "n,word\r\n9007199254740993,one\r\n2,\r\n");
    EXPECT_THAT(world.run({"job", "table", "t", "outputs/t", "-o", "csv", "--filter", "m>1"}).err,
        HasSubstr("no column 'm'"));
    EXPECT_THAT(world.run({"job", "table", "t", "outputs/text"}).err, HasSubstr("is no table"));
    EXPECT_THAT(world.run({"job", "table", "t", "../t/outputs/t"}).err, HasSubstr("below outputs"));
}

TEST_F(CommandLineJob, ADataAssetIsPrintedAsATable)
{
    world.write("some.csv", "a,b\n1,x\n");
    world.write("data.yml", "name: some\ntype: uri_file\npath: " + (world / "some.csv").string() + "\n");
    ASSERT_EQ(world.run({"data", "create", "-f", "data.yml"}).code, 0);
    EXPECT_EQ(world.run({"data", "table", "some"}).out, "a  b\n1  x\n");
    EXPECT_EQ(world.run({"data", "table", "some", "--version", "2"}).code, 1);
}

TEST_F(CommandLineJob, AFailingStepIsExplainedAndTheExitCodeIsOne)
{
    const Outcome job = world.run({"job", "create", "-f", "pipe.yml", "-n", "p", "--stream"});
    EXPECT_EQ(job.code, 1);
    EXPECT_THAT(job.out,
        AllOf(HasSubstr("second failed: "), HasSubstr("exit code 3"), HasSubstr("  line 11\n"),
            HasSubstr("  line 30\n"), Not(HasSubstr("line 10\n")), HasSubstr("Skipped because of it: third"),
            HasSubstr("Job p: Failed")));
}

TEST_F(CommandLineJob, AReusedStepSaysWhereItComesFrom)
{
    static_cast<void>(world.run({"job", "create", "-f", "pipe.yml", "-n", "p", "--stream"}));
    const Outcome again = world.run({"job", "create", "-f", "pipe.yml", "-n", "q", "--stream"});
    EXPECT_THAT(again.out, HasSubstr("Completed (reused from p-1)"));
}

TEST_F(CommandLineJob, EveryErrorOfADocumentIsToldAtItsPlaceAndNothingIsSubmitted)
{
    world.write(
        "bad.yml", "command: echo ${{inputs.x}}\ncode: ./absent\nenvironment: azureml:base:1\ninputz: 1\n");
    for (const char *verb : {"create", "validate"}) {
        const Outcome outcome = world.run({"job", verb, "-f", "bad.yml"});
        EXPECT_EQ(outcome.code, 1);
        EXPECT_THAT(outcome.out, IsEmpty());
        for (const char *place : {"bad.yml:1:10: ", "bad.yml:2:7: ", "bad.yml:4:1: "})
            EXPECT_THAT(outcome.err, HasSubstr(place));
    }
    EXPECT_EQ(integerAt(world.json({"job", "list"}), "total", -1), 0);
}

TEST_F(CommandLineJob, EveryErrorOfADocumentIsInOneJsonObjectWhereJsonIsWanted)
{
    world.write("wrong.yml", "command: echo\nenvironment: azureml:base:1\ncolour: red\ninputs: 5\n");
    const Outcome refused = world.run({"job", "create", "-f", "wrong.yml", "-o", "json"});
    EXPECT_EQ(refused.code, 1);
    EXPECT_THAT(refused.out, IsEmpty());
    const auto report = parseJson(refused.err);
    ASSERT_TRUE(report && report->is_object()) << refused.err;
    for (const Json &error : report->at("errors")) {
        EXPECT_TRUE(error.contains("code")) << refused.err;
        EXPECT_THAT(error.at("location").at("file").get<std::string>(), HasSubstr("wrong.yml"));
    }
    EXPECT_GE(report->at("errors").size(), 1U);
}

TEST_F(CommandLineJob, WhatOnlyTheServiceKnowsIsToldAtItsPlaceToo)
{
    world.write("asset.yml",
        "command: ls ${{inputs.table}}\nenvironment: azureml:base:1\ninputs:\n  table:\n"
        "    type: uri_file\n    path: azureml:nothing@latest\n");
    const Outcome outcome = world.run({"job", "validate", "-f", "asset.yml"});
    EXPECT_EQ(outcome.code, 1);
    EXPECT_THAT(outcome.err,
        AllOf(HasSubstr("asset.yml:"), HasSubstr("There is no data asset azureml:nothing@latest")));
    EXPECT_THAT(world.run({"job", "validate", "-f", "say.yml"}).out, HasSubstr("valid"));
}

TEST_F(CommandLineJob, IsCanceled)
{
    Running stream = world.start({"job", "create", "-f", "wait.yml", "-n", "w", "--stream"});
    ASSERT_TRUE(stream.waitForOutput("begun\n"));
    const Outcome canceled = world.run({"job", "cancel", "w"});
    EXPECT_EQ(canceled.code, 0) << canceled.err;
    const Outcome followed = stream.finish();
    EXPECT_EQ(followed.code, 1);
    EXPECT_THAT(followed.out, HasSubstr("Canceled"));
    EXPECT_THAT(world.run({"job", "cancel", "absent"}).err, HasSubstr("There is no job absent"));
}

TEST_F(CommandLineJob, GoesOnAfterCtrlC)
{
    Running stream = world.start({"job", "create", "-f", "wait.yml", "-n", "w", "--stream"});
    ASSERT_TRUE(stream.waitForOutput("begun\n"));
    stream.interrupt();
    const Outcome detached = stream.finish();
    EXPECT_EQ(detached.code, 130);
    EXPECT_THAT(detached.err, HasSubstr("atelier job stream w"));
    world.write("go", "");
    const Outcome again = world.run({"job", "stream", "w"});
    EXPECT_EQ(again.code, 0) << again.err;
    // Its last line and its last status may come in either order.
    EXPECT_THAT(again.out, AllOf(HasSubstr("begun\n"), HasSubstr("done\n")));
}

TEST_F(CommandLineJob, IsFollowedOverTheDeathOfTheService)
{
    Running stream = world.start({"job", "create", "-f", "wait.yml", "-n", "w", "--stream"});
    ASSERT_TRUE(stream.waitForOutput("begun\n"));
    world.killService();
    world.write("go", "");
    const Outcome outcome = stream.finish();
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    EXPECT_THAT(outcome.out, AllOf(HasSubstr("begun\n"), HasSubstr("done\n"), HasSubstr("Completed")));
    const std::string sentence = "The service was restarted, following again.";
    const std::size_t first = outcome.err.find(sentence);
    EXPECT_NE(first, std::string::npos) << outcome.err;
    EXPECT_EQ(outcome.err.find(sentence, first + 1), std::string::npos) << "once is enough";
}

TEST_F(CommandLineJob, AFollowedJobAsJsonIsItsLastState)
{
    const Json job = world.json({"job", "create", "-f", "say.yml", "-n", "mine", "--stream"});
    EXPECT_EQ(textAt(job, "name"), "mine");
    EXPECT_EQ(textAt(job, "status"), "Completed");
}

TEST_F(CommandLineJob, AWorkspaceIsKeptWhileOneIsUnderWay)
{
    ASSERT_EQ(world.run({"job", "create", "-f", "wait.yml", "-n", "w"}).code, 0);
    const Outcome refused = world.run({"workspace", "delete", "ws"});
    EXPECT_EQ(refused.code, 1);
    EXPECT_THAT(refused.err, HasSubstr("not finished"));
    EXPECT_TRUE(std::filesystem::exists(world / "ws/workspace.db"));
    world.write("go", "");
    EXPECT_EQ(world.run({"job", "stream", "w"}).code, 0);
}

TEST_F(CommandLineJob, MetricsAreShownAsTheyChangeAndAtTheEnd)
{
    world.write("metric.yml",
        "command: python -c \"import mlflow, time; mlflow.log_metric('loss', 0.25, step=3); "
        "mlflow.log_metric('epochs', 9); time.sleep(1)\"\nenvironment: azureml:base:1\n");
    const Outcome job = world.run({"job", "create", "-f", "metric.yml", "-n", "m", "--stream"});
    EXPECT_EQ(job.code, 0) << job.out << job.err;
    EXPECT_THAT(job.out,
        AllOf(HasSubstr("m  loss 0.25 (step 3)"), Not(HasSubstr("epochs 9 (step")), HasSubstr("METRIC"),
            HasSubstr("epochs")));
}

TEST_F(CommandLineJob, IsRenamedAndTaggedAndTellsWhatIsWrongWithAnEdit)
{
    ASSERT_EQ(world.run({"job", "create", "-f", "say.yml", "-n", "mine"}).code, 0);
    const Json job = world.json({"job", "update", "mine", "--set", "display_name=Say it = loud", "--set",
        "tags.team=wine", "--set", "tags.a.b=1", "--set", "description=first"});
    EXPECT_EQ(textAt(job, "display_name"), "Say it = loud");
    EXPECT_EQ(job["tags"]["team"], "wine");
    EXPECT_EQ(job["tags"]["a.b"], "1");
    EXPECT_THAT(world.run({"job", "update", "mine", "--remove", "tags.a.b"}).out,
        AllOf(HasSubstr("team=wine"), HasSubstr("Say it = loud"), HasSubstr("first"), Not(HasSubstr("a.b"))));
    const Json tagged = world.json(
        {"job", "update", "mine", "--tag", "stage: draft", "--tag", "s3://wine/a=1", "--tag", "wild"});
    EXPECT_EQ(tagged["tags"]["stage"], "draft");
    EXPECT_EQ(tagged["tags"]["s3://wine/a=1"], "");
    EXPECT_EQ(tagged["tags"]["wild"], "");
    const Outcome wrong = world.run(
        {"job", "update", "mine", "--set", "status=Failed", "--remove", "team", "--tag", ": nothing"});
    EXPECT_EQ(wrong.code, 1);
    EXPECT_THAT(wrong.err,
        AllOf(HasSubstr("'--set status=Failed'"), HasSubstr("'--remove team'"),
            HasSubstr("'--tag : nothing'")));
    EXPECT_THAT(world.run({"job", "update", "mine"}).err, HasSubstr("nothing to change"));
}

TEST_F(CommandLineJob, IsRunOnceMoreWithChangesWithoutItsFiles)
{
    ASSERT_EQ(world.run({"job", "create", "-f", "say.yml", "-n", "first", "--stream"}).code, 0);
    std::filesystem::remove_all(world / "code");
    const Outcome again = world.run(
        {"job", "create", "--from", "first", "-n", "second", "--set", "inputs.word=bye", "--stream"});
    EXPECT_EQ(again.code, 0) << again.err;
    EXPECT_THAT(again.out, HasSubstr("said bye\n"));
    EXPECT_THAT(world.run({"job", "show", "second"}).out, HasSubstr("Made from"));
    EXPECT_EQ(
        textAt(world.json({"job", "show", "second"})["document"]["properties"], "atelier.was.inputs.word"),
        "hello");
    EXPECT_THAT(
        world.run({"job", "create", "--from", "first", "--set", "inputs.word=2020-01-01", "--set", "x"}).err,
        AllOf(HasSubstr("inputs.word"), HasSubstr("'x' sets nothing")));
    EXPECT_THAT(world.run({"job", "create"}).err, HasSubstr("--file FILE or --from JOB"));
    EXPECT_EQ(world.run({"job", "create", "--from", "first", "-f", "say.yml"}).code, 1);
}

#include "tests/core/document/DocumentFolder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

using namespace atelier;
using atelier::test::commandJob;
using atelier::test::DocumentFolder;
using atelier::test::errorsOf;
using atelier::test::warningsOf;
using testing::HasSubstr;

namespace {

const CommandComponent &componentOf(const Loaded<JobDocument> &loaded)
{
    return std::get<PipelineJob>(*loaded.value).jobs.at("s").component;
}

} // namespace

TEST(LocalFiles, AreRelativeToTheFileThatNamesThem)
{
    const DocumentFolder folder;
    folder.write("src/here.txt", "");
    folder.write("data/x.csv", "1");
    folder.write("parts/src/train.py", "");
    folder.write("parts/conda.yml", "dependencies: [python=3.11]\n");
    folder.write("parts/train.yml",
        "name: train\ncommand: python train.py\ncode: ./src/\nenvironment: {image: i, conda_file: "
        "conda.yml}\n"
        "inputs: {d: {type: uri_file}, e: {type: uri_folder}}\n");
    const auto loaded
        = folder.job("type: pipeline\njobs:\n  s:\n    component: parts/train.yml\n    inputs:\n"
                     "      d: data/x.csv\n      e: {path: ../"
            + folder.path("").parent_path().filename().string() + "/data}\n    outputs: {}\n");
    ASSERT_EQ(errorsOf(loaded), "");
    EXPECT_EQ(warningsOf(loaded), "");
    EXPECT_EQ(componentOf(loaded).code.path, folder.path("parts/src").string());
    EXPECT_EQ(componentOf(loaded).environment["conda_file"]["dependencies"][0], "python=3.11");
    const auto &inputs = std::get<PipelineJob>(*loaded.value).jobs.at("s").inputs;
    EXPECT_EQ(inputs.at("d").value, folder.path("data/x.csv").string());
    EXPECT_TRUE(inputs.at("d").isObject);
    EXPECT_EQ(inputs.at("e").value, folder.path("data").string());
}

TEST(LocalFiles, MustBeThere)
{
    const DocumentFolder folder;
    EXPECT_EQ(errorsOf(folder.job(commandJob("code: ./src\ninputs: {d: {type: uri_file, path: x.csv}}\n"
                                             "outputs: {o: {path: out/new}}\n"))),
        "3:7 code: There is no code at '" + folder.path("src").string()
            + "': correct the path, or create it.\n"
              "4:36 inputs.d.path: There is no data at '"
            + folder.path("x.csv").string() + "': correct the path, or create it.\n");
    EXPECT_THAT(errorsOf(folder.job("type: pipeline\njobs: {s: {component: ./no.yml}}\n")),
        HasSubstr("2:23 jobs.s.component: Cannot read the file '"));
    EXPECT_THAT(errorsOf(folder.job("command: x\nenvironment: {image: i, conda_file: no.yml}\n")),
        HasSubstr("2:37 environment.conda_file: Cannot read the file"));
    EXPECT_THAT(errorsOf(folder.job("command: x\nenvironment: {build: {path: nowhere}}\n")),
        HasSubstr("There is no folder at"));
    EXPECT_THAT(errorsOf(loadJob(folder.path("nothing.yml"))), HasSubstr("No such file or directory"));
    EXPECT_THAT(errorsOf(loadJob(folder.path(""))), HasSubstr("is a folder: name the YAML file."));
}

TEST(LocalFiles, MakeOutputPathsAbsoluteWithoutAskingForThem)
{
    const DocumentFolder folder;
    const auto loaded = folder.job(commandJob("outputs: {o: {path: out/new}}\n"));
    ASSERT_EQ(errorsOf(loaded), "");
    EXPECT_EQ(std::get<CommandJob>(*loaded.value).outputs.at("o").path, folder.path("out/new").string());
}

TEST(LocalFiles, SayThatDataIsOfAnotherType)
{
    const DocumentFolder folder;
    folder.write("x.csv", "1");
    EXPECT_THAT(errorsOf(folder.job(commandJob("inputs: {d: {type: uri_folder, path: x.csv}}\n"))),
        HasSubstr("is a file, not a folder: write `type: uri_file`"));
}

TEST(LocalFiles, CannotIncludeThemselves)
{
    const DocumentFolder folder;
    EXPECT_EQ(errorsOf(folder.job("type: pipeline\njobs: {s: {component: ./job.yml}}\n")),
        "1:7 jobs.s.component.type: A component of type 'pipeline' is not supported yet. Write the inner "
        "pipeline's "
        "steps among this pipeline's own.\n");
    folder.write("c.yml", "name: c\ncommand: x\nenvironment: azureml:e\ncomponent: ./c.yml\n");
    const auto loaded = folder.job("type: pipeline\njobs: {s: {component: ./c.yml}}\n");
    EXPECT_EQ(errorsOf(loaded), "");
    EXPECT_THAT(warningsOf(loaded), HasSubstr("The key 'component' is unknown and ignored"));
}

TEST(LocalFiles, AskComponentFilesForAName)
{
    const DocumentFolder folder;
    folder.write("c.yml", "command: x\nenvironment: azureml:e\n");
    EXPECT_THAT(errorsOf(folder.job("type: pipeline\njobs: {s: {component: c.yml}}\n")),
        HasSubstr("c.yml' needs the key 'name'"));
}

TEST(LocalFiles, OfBrokenComponentsAreReportedOnce)
{
    const DocumentFolder folder;
    folder.write("c.yml", "name: c\n command: x\n");
    EXPECT_EQ(
        errorsOf(folder.job(
            "type: pipeline\njobs:\n  a: {component: c.yml, inputs: {x: 1}, outputs: {y: }}\n"
            "  b: {command: x, environment: azureml:e, inputs: {i: \"${{parent.jobs.a.outputs.y}}\"}}\n")),
        "c.yml:2:9 : A colon with a blank after it cannot stand here: put the value in quotes, or check the "
        "indentation.\n");
}

TEST(LocalFiles, TellOfDuplicateKeysInComponents)
{
    const DocumentFolder folder;
    folder.write("c.yml", "name: c\ncommand: x\ncommand: y\nenvironment: azureml:e\n");
    const auto loaded = folder.job("type: pipeline\njobs: {s: {component: c.yml}}\n");
    ASSERT_EQ(errorsOf(loaded), "");
    EXPECT_THAT(
        warningsOf(loaded), HasSubstr("c.yml:3:1 : The key 'command' stands here again, after line 2"));
    EXPECT_EQ(componentOf(loaded).command, "y");
}

TEST(LocalFiles, WarnOfAScriptThatIsNotInTheCode)
{
    const DocumentFolder folder;
    folder.write("src/there.py", "");
    const auto warnings = [&](const std::string &command, const std::string &code = "code: src\n") {
        return warningsOf(folder.job("command: " + command + "\nenvironment: azureml:e\n" + code));
    };
    EXPECT_EQ(warnings("python there.py --x y.py"), "");
    EXPECT_EQ(warnings("python -m pytest"), "");
    EXPECT_EQ(warnings("python $SCRIPT.py"), "");
    EXPECT_THAT(warnings("pip list && python missing.py"),
        HasSubstr("1:10 command: The command runs 'missing.py', which"));
    EXPECT_THAT(warnings("python there.py", ""), HasSubstr("is not there, as no `code` is named"));
}

TEST(LocalFiles, AreNotOpenedForJson)
{
    const auto loaded = jobFromJson({{"command", "x"}, {"environment", "azureml:e"},
        {"code", {{"path", "/no/such"}}}, {"inputs", {{"d", {{"path", "/no/such.csv"}}}}}});
    EXPECT_EQ(errorsOf(loaded), "");
    EXPECT_THAT(
        errorsOf(jobFromJson({{"type", "pipeline"}, {"jobs", {{"s", {{"component", "/etc/hostname"}}}}}})),
        HasSubstr("names a registered component"));
}

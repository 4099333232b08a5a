#include "core/base/Json.h"
#include "core/base/Named.h"
#include "tests/core/document/DocumentFolder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

using namespace atelier;
using atelier::test::asText;
using atelier::test::commandJob;
using atelier::test::DocumentFolder;
using atelier::test::errorsOf;
using atelier::test::warningsOf;
using testing::HasSubstr;

namespace {

std::string errorsIn(const std::string &lines)
{
    return errorsOf(DocumentFolder().job(commandJob(lines)));
}

CommandJob read(const std::string &text)
{
    const Loaded<JobDocument> loaded = DocumentFolder().job(text);
    EXPECT_EQ(errorsOf(loaded), "");
    return loaded.value ? std::get<CommandJob>(*loaded.value) : CommandJob();
}

} // namespace

TEST(CommandJobDocument, ReadsEveryField)
{
    const CommandJob job = read(R"yaml(
$schema: https://example.org/schemas/latest/commandJob.schema.json
type: command
name: my-job_1
display_name: My job
experiment_name: trials
description: >
  Two
  lines
tags: {owner: me, empty: }
properties: {kept: "1"}
compute: azureml:local
command: python -c "print(${{inputs.rate}})" > ${{outputs.out}}/x
environment: {image: "python:3.11", name: mine}
environment_variables: {A: 1, B: yes, C: text}
limits: {timeout: 3600}
resources: {instance_count: 1}
inputs:
  rate: 0.1
  count: 010
  flag: on
  text: "0.5"
  wrapped: {value: 3}
  table: {type: URI_File, path: azureml:wine:1, mode: RO_Mount}
outputs:
  out: {type: uri_folder, mode: upload, name: result, version: 2}
  plain:
)yaml");
    EXPECT_EQ(job.header.name, "my-job_1");
    EXPECT_EQ(job.header.description, "Two lines\n");
    EXPECT_EQ(job.header.tags, (Named<std::string>{{"owner", "me"}, {"empty", ""}}));
    EXPECT_EQ(job.header.compute, "local");
    EXPECT_EQ(job.environment["image"], "python:3.11");
    EXPECT_EQ(
        job.settings.environmentVariables, (Named<std::string>{{"A", "1"}, {"B", "True"}, {"C", "text"}}));
    EXPECT_EQ(job.settings.timeout, std::chrono::seconds(3600));
    EXPECT_EQ(job.inputs.at("rate").value, "0.1");
    EXPECT_EQ(job.inputs.at("rate").type, PortType::Number);
    EXPECT_EQ(job.inputs.at("count").value, "8");
    EXPECT_EQ(job.inputs.at("flag").value, "True");
    EXPECT_EQ(job.inputs.at("text").type, PortType::String);
    EXPECT_EQ(job.inputs.at("wrapped").value, "3");
    EXPECT_EQ(job.inputs.at("table").value, "azureml:wine:1");
    EXPECT_EQ(job.inputs.at("table").type, PortType::UriFile);
    EXPECT_TRUE(job.inputs.at("table").isObject);
    EXPECT_EQ(job.outputs.at("out").mode, AccessMode::Upload);
    EXPECT_EQ(job.outputs.at("out").assetName, "result");
    EXPECT_EQ(job.outputs.at("out").assetVersion, "2");
    EXPECT_EQ(job.outputs.at("plain").type, PortType::UriFolder);
}

TEST(CommandJobDocument, IsTheSameAfterItsWayThroughJson)
{
    const Loaded<JobDocument> loaded = DocumentFolder().job(commandJob(R"(
name: a1
tags: {k: v}
limits: {timeout: "600"}
inputs: {i: 1, n: 1.0e-3, b: no, s: "no", d: {path: "azureml:wine@latest"}}
outputs: {o: {mode: MOUNT}}
)"));
    ASSERT_EQ(errorsOf(loaded), "");
    const Json json = jobToJson(*loaded.value);
    EXPECT_EQ(toText(json),
        R"({"type":"command","name":"a1","tags":{"k":"v"},"command":"echo hello","environment":"azureml:base@latest",)"
        R"("limits":{"timeout":600},"inputs":{"i":1,"n":0.001,"b":false,"s":"no","d":{"type":"uri_folder",)"
        R"("path":"azureml:wine@latest"}},"outputs":{"o":null}})");
    const Loaded<JobDocument> again = jobFromJson(json);
    ASSERT_EQ(errorsOf(again), "");
    EXPECT_EQ(jobToJson(*again.value), json);
}

TEST(CommandJobDocument, TellsAllErrorsAtOnceInTheOrderOfTheFile)
{
    const Loaded<JobDocument> loaded = DocumentFolder().job(R"(type: command
comand: python train.py
environment: sklearn
name: -bad
display_name: 5
tags: {a: 2026-01-01, c: yes}
limits: {timeout: -1, time: 3}
inputs:
  when: 2026-07-10
  data: {type: uri_file, path: azureml:x:1, mode: roMount}
  path: 1
  rate: 1
  Rate: 2
outputs: {model: foo}
)");
    EXPECT_FALSE(loaded.value);
    EXPECT_EQ(errorsOf(loaded),
        "1:1 : The document needs the key 'command': the command line that the shell runs.\n"
        "2:1 comand: There is no key 'comand' here. Did you mean 'command'?\n"
        "3:14 environment: 'environment' is 'sklearn', but must begin with `azureml:`: "
        "`azureml:base@latest`, or be a "
        "mapping with `image`.\n"
        "4:7 name: 'name' is '-bad', but must begin with a letter or digit and have only letters, digits, "
        "`_` and `-` "
        "(at most 255).\n"
        "5:15 display_name: 'display_name' must be text, but is an integer, '5'. Put it in quotes: \"5\".\n"
        "6:11 tags.a: 'tags.a' must be text, but is a date, '2026-01-01'. Put it in quotes: \"2026-01-01\".\n"
        "6:26 tags.c: 'tags.c' must be text, but is a boolean, 'yes'. Put it in quotes: \"yes\".\n"
        "7:19 limits.timeout: 'limits.timeout' must be at least 1, but is an integer, '-1'.\n"
        "7:23 limits.time: There is no key 'time' here. Did you mean 'timeout'?\n"
        "9:9 inputs.when: 'inputs.when' must be text, a finite number or a boolean, but is a date, "
        "'2026-07-10'. Put "
        "it in quotes: \"2026-07-10\".\n"
        "10:51 inputs.data.mode: 'inputs.data.mode' must be one of ro_mount, download, direct, eval_mount, "
        "eval_download, but is 'roMount'. Did you mean 'ro_mount'?\n"
        "11:3 inputs.path: The name 'path' is reserved, as commands would take it for the shell's own: "
        "choose "
        "another.\n"
        "13:3 inputs.Rate: 'Rate' and 'rate' differ only in case: rename one.\n"
        "14:18 outputs.model: 'outputs.model' must be nothing, `{type, mode, path, name, version}`, or in a "
        "step "
        "`${{parent.outputs.name}}`, but is text, 'foo'.\n");
}

TEST(CommandJobDocument, CarriesWhatProgramsNeedInEachError)
{
    const Loaded<JobDocument> loaded = DocumentFolder().job(commandJob("inpts: {}\n"));
    ASSERT_EQ(loaded.errors.size(), 1U);
    EXPECT_EQ(loaded.errors[0].code, "document.unknown-key");
    EXPECT_EQ(loaded.errors[0].arguments, (ErrorArguments{{"key", "inpts"}, {"nearest", "inputs"}}));
    EXPECT_EQ(loaded.errors[0].kind, ErrorKind::Invalid);
}

TEST(CommandJobDocument, PutsTheErrorsOfJsonWhereTheFileHasThem)
{
    const Loaded<JobDocument> loaded = DocumentFolder().job(commandJob("inputs:\n  rate: 0.1\n"));
    ASSERT_TRUE(loaded.value);
    Json json = jobToJson(*loaded.value);
    json["inputs"]["rate"] = Json::array();
    const Loaded<JobDocument> refused = jobFromJson(json);
    ASSERT_EQ(refused.errors.size(), 1U);
    EXPECT_EQ(refused.errors[0].location, (Location{"", 0, 0, "inputs.rate"}));
    const Location place = loaded.locate(refused.errors[0].location.path);
    EXPECT_EQ(place.line, 4);
    EXPECT_EQ(place.column, 9);
    EXPECT_THAT(place.file, HasSubstr("job.yml"));
}

TEST(CommandJobDocument, TakesIntegersAsTheReferenceDoes)
{
    const auto timeout = [](const std::string &written) {
        const Loaded<JobDocument> loaded
            = DocumentFolder().job(commandJob("limits: {timeout: " + written + "}\n"));
        return loaded.value ? std::get<CommandJob>(*loaded.value).settings.timeout->count() : -1;
    };
    EXPECT_EQ(timeout("600"), 600);
    EXPECT_EQ(timeout("\"600\""), 600);
    EXPECT_EQ(timeout("600.7"), 600);
    EXPECT_EQ(timeout("0x10"), 16);
    EXPECT_EQ(timeout("yes"), -1);
    EXPECT_EQ(timeout("1e3"), -1);
    EXPECT_EQ(timeout("0"), -1);
    EXPECT_EQ(timeout("99999999999999999999"), -1);
    EXPECT_EQ(timeout(".nan"), -1);
    EXPECT_THAT(warningsOf(DocumentFolder().job(commandJob("limits: {timeout: 600.7}\n"))),
        HasSubstr("3:19 limits.timeout: 'limits.timeout' is an integer: 600.7 is taken as 600."));
}

TEST(CommandJobDocument, TakesNoNullWhereTextIsNeeded)
{
    EXPECT_THAT(errorsIn("description:\n"),
        HasSubstr("3:1 description: 'description' must be text, but has no value. Write one, or leave the "
                  "key out."));
    EXPECT_THAT(errorsIn("inputs:\n"), HasSubstr("'inputs' must be a mapping of names, but has no value."));
    EXPECT_THAT(errorsIn("inputs: {x: }\n"), HasSubstr("inputs.x"));
    EXPECT_EQ(errorsIn("tags: {x: }\n"), "");
}

TEST(CommandJobDocument, RefusesLiteralsThatACommandCannotGet)
{
    EXPECT_THAT(
        errorsIn("inputs: {x: [1]}\n"), HasSubstr("3:10 inputs.x: 'inputs.x' must be text, a number"));
    EXPECT_THAT(errorsIn("inputs: {x: .nan}\n"), HasSubstr("Put it in quotes: \".nan\"."));
    EXPECT_THAT(errorsIn("inputs: {x: {type: number, value: 1}}\n"),
        HasSubstr(
            "3:20 inputs.x.type: A literal is given as it is: write the value itself after 'inputs.x:'"));
    EXPECT_THAT(
        errorsIn("inputs: {x: {type: string, default: a}}\n"), HasSubstr("A literal is given as it is"));
    EXPECT_THAT(errorsIn("inputs: {x: {type: uri_file}}\n"), HasSubstr("'inputs.x' needs the key 'path'"));
    EXPECT_THAT(errorsIn("inputs: {x: {path: a, tpe: b}}\n"),
        HasSubstr("There is no key 'tpe' here. Did you mean 'type'?"));
}

TEST(CommandJobDocument, ChecksTheNamesOfInputsAndOutputs)
{
    EXPECT_THAT(
        errorsIn("inputs: {1x: 1}\n"), HasSubstr("3:10 inputs.1x: '1x' is no name for an input or output"));
    EXPECT_THAT(errorsIn("outputs: {HOME: }\n"), HasSubstr("The name 'HOME' is reserved"));
    EXPECT_EQ(errorsIn("inputs: {group.rate: 1}\n"), "");
}

TEST(CommandJobDocument, ChecksWhatTheCommandUses)
{
    const auto errors = [](const std::string &command, const std::string &more = {}) {
        return errorsOf(DocumentFolder().job("environment: azureml:e\ninputs: {rate: 1}\noutputs: {model: }\n"
            + more + "command: '" + command + "'\n"));
    };
    EXPECT_EQ(errors("x ${{inputs.rate}} ${{ outputs.model }} ${{inputs.rate.path}}"), "");
    EXPECT_EQ(errors("x $[[--o ${{inputs.other}}]]"), "");
    EXPECT_EQ(errors("x ${{inputs.rat}}"),
        "4:10 command: The command uses `${{inputs.rat}}`, but there is no such input. Did you mean "
        "'rate'?\n");
    EXPECT_THAT(errors("x ${{outputs.modl}}"), HasSubstr("no such output. Did you mean 'model'?"));
    EXPECT_THAT(errors("x ${{search_space.h}}"), HasSubstr("stands for nothing in a command"));
    EXPECT_THAT(errors("x ${{inputs.rate"), HasSubstr("is not closed: end it with `}}`"));
    EXPECT_THAT(errors("x $[[--o ${{inputs.rate}}"), HasSubstr("A fragment `$[[` is not closed"));
    EXPECT_THAT(errors("x $[[a $[[b]] ]]"), HasSubstr("cannot hold another"));
}

TEST(CommandJobDocument, ChecksTheEnvironment)
{
    const auto errors = [](const std::string &environment) {
        return errorsOf(DocumentFolder().job("command: x\nenvironment: " + environment + "\n"));
    };
    EXPECT_EQ(errors("azureml:sklearn"), "");
    EXPECT_EQ(errors("azureml://registries/azureml/environments/sklearn-1.5/labels/latest"), "");
    EXPECT_EQ(errors("{image: python, conda_file: {dependencies: [python=3.11]}}"), "");
    EXPECT_THAT(errors("{image: a, build: {path: /}}"), HasSubstr("either `image` or `build`"));
    EXPECT_THAT(errors("{name: a}"), HasSubstr("either `image` or `build`"));
    EXPECT_THAT(errors("{imag: a, build: {path: /}}"), HasSubstr("Did you mean 'image'?"));
    EXPECT_THAT(errors("5"), HasSubstr("must be text or a mapping"));
    EXPECT_THAT(errorsOf(DocumentFolder().job("command: x\n")),
        HasSubstr("1:1 : The document needs the key 'environment': what the command needs installed, such as "
                  "`environment: azureml:base@latest`."));
}

TEST(CommandJobDocument, RefusesBindingsAsNothingIsAboveIt)
{
    EXPECT_THAT(errorsIn("inputs: {x: \"${{parent.inputs.y}}\"}\n"), HasSubstr("Only a pipeline's steps"));
    EXPECT_THAT(errorsIn("outputs: {x: \"${{parent.outputs.y}}\"}\n"),
        HasSubstr("Only the outputs of a pipeline's steps"));
}

TEST(CommandJobDocument, WarnsOfWhatMeansNothingHere)
{
    const Loaded<JobDocument> loaded = DocumentFolder().job(commandJob(R"(queue_settings: {job_tier: spot}
services: {a: {type: ssh}}
identity: {type: managed}
resources: {instance_type: Standard_D2, shm_size: 2g, surprise: 1}
id: /subscriptions/x
status: Running
outputs: {o: {path: "azureml://datastores/d/paths/p"}}
)"));
    EXPECT_EQ(errorsOf(loaded), "");
    for (const char *path : {"3:1 queue_settings: 'queue_settings' is ignored",
             "4:1 services:", "5:1 identity:", "6:13 resources.instance_type:", "6:41 resources.shm_size:",
             "6:55 resources.surprise: The key 'surprise'", "9:21 outputs.o.path: The path"})
        EXPECT_THAT(warningsOf(loaded), HasSubstr(path));
    EXPECT_EQ(loaded.warnings.size(), 7U) << warningsOf(loaded);
}

TEST(CommandJobDocument, SaysWhatARootThatIsNoMappingShouldBe)
{
    EXPECT_THAT(errorsOf(DocumentFolder().job("- a\n- b\n")),
        HasSubstr("1:1 : The document must be a mapping (`key: value`), but is a list."));
    EXPECT_THAT(errorsOf(DocumentFolder().job("just text\n")), HasSubstr("but is text."));
    EXPECT_THAT(errorsOf(jobFromJson(Json::array())), HasSubstr("but is a list."));
    EXPECT_THAT(errorsOf(jobFromJson(Json("x"))), HasSubstr("but is text."));
}

TEST(CommandJobDocument, StopsTellingAfterAHundredErrors)
{
    std::string text = commandJob("");
    for (int i = 0; i < 1000; ++i)
        text += "unknown_" + std::to_string(i) + ": 1\n";
    const Loaded<JobDocument> loaded = DocumentFolder().job(text);
    ASSERT_EQ(loaded.errors.size(), 101U);
    EXPECT_EQ(loaded.errors.back().sentence, "There are 900 more errors: correct these first.");
}

TEST(CommandJobDocument, MustHaveAbsolutePathsInJson)
{
    const Json json{{"command", "x"}, {"environment", "azureml:e"}, {"code", {{"path", "src"}}},
        {"inputs", {{"d", {{"path", "data/x.csv"}}}}}, {"outputs", {{"o", {{"path", "out"}}}}}};
    EXPECT_EQ(errorsOf(jobFromJson(json)),
        "0:0 inputs.d.path: The path 'data/x.csv' is relative, and nobody can say to what: write it from "
        "`/`.\n"
        "0:0 outputs.o.path: The path 'out' is relative, and nobody can say to what: write it from `/`.\n"
        "0:0 code: The path 'src' is relative, and nobody can say to what: write it from `/`.\n");
}

TEST(CommandJobDocument, KeepsTheSnapshotOfItsCode)
{
    const Json json{{"type", "command"}, {"command", "x"}, {"code", {{"path", "/src"}, {"snapshot", "abc"}}},
        {"environment", "azureml:e"}};
    const Loaded<JobDocument> loaded = jobFromJson(json);
    ASSERT_EQ(errorsOf(loaded), "");
    EXPECT_EQ(std::get<CommandJob>(*loaded.value).code.snapshot, "abc");
    EXPECT_EQ(jobToJson(*loaded.value), json);
}

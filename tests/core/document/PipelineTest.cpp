#include "tests/core/document/DocumentFolder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace atelier;
using atelier::test::canonical;
using atelier::test::DocumentFolder;
using atelier::test::errorsOf;
using atelier::test::warningsOf;
using testing::HasSubstr;

namespace {

constexpr const char *trainComponent = R"(name: train
version: 1.10
type: command
command: python -m train --data ${{inputs.data}} --rate ${{inputs.rate}} $[[--note ${{inputs.note}}]] --to ${{outputs.model}}
environment: azureml:base@latest
compute: azureml:big
inputs:
  data: {type: uri_folder}
  rate: {type: number, default: 0.1, min: 0, max: 1}
  note: {type: string, optional: true}
outputs:
  model: {type: mlflow_model}
)";

PipelineJob read(const Loaded<JobDocument> &loaded)
{
    EXPECT_EQ(errorsOf(loaded), "");
    return loaded.value ? std::get<PipelineJob>(*loaded.value) : PipelineJob();
}

} // namespace

TEST(PipelineDocument, ReadsStepsWithComponentsAndWithCommands)
{
    const DocumentFolder folder;
    folder.write("components/train.yml", trainComponent);
    const Loaded<JobDocument> loaded = folder.job(R"(type: pipeline
display_name: Demo
settings: {default_compute: azureml:local, continue_on_step_failure: no, force_rerun: true, default_datestore: x}
inputs:
  table: {type: uri_folder, path: azureml:wine@latest}
  rate: 1
outputs:
  model: {type: mlflow_model, mode: upload}
jobs:
  prepare:
    command: cp -r ${{inputs.raw}} ${{outputs.clean}}
    environment: azureml:base@latest
    display_name: Prepare
    environment_variables: {N: 1}
    inputs:
      raw: ${{parent.inputs.table}}
    outputs:
      clean:
  fit:
    type: command
    component: file:./components/train.yml
    limits: {timeout: 60}
    compute: serverless
    inputs:
      data: ${{parent.jobs.prepare.outputs.clean}}
      rate: ${{parent.inputs.rate}}
    outputs:
      model: ${{parent.outputs.model}}
)");
    const PipelineJob job = read(loaded);
    EXPECT_FALSE(job.continueOnStepFailure);
    EXPECT_TRUE(job.forceRerun);
    EXPECT_EQ(job.defaultCompute, "local");
    const PipelineStep &prepare = job.jobs.at("prepare");
    EXPECT_EQ(prepare.displayName, "Prepare");
    EXPECT_EQ(prepare.component.command, "cp -r ${{inputs.raw}} ${{outputs.clean}}");
    EXPECT_EQ(prepare.component.inputs.at("raw").type, PortType::UriFolder);
    EXPECT_EQ(prepare.component.outputs.at("clean").type, PortType::UriFolder);
    const PipelineStep &fit = job.jobs.at("fit");
    EXPECT_EQ(fit.component.name, "train");
    EXPECT_EQ(fit.component.version, "1.1");
    EXPECT_EQ(fit.component.inputs.at("rate").defaultValue, "0.1");
    EXPECT_EQ(fit.compute, "local");
    EXPECT_EQ(fit.settings.timeout, std::chrono::seconds(60));
    EXPECT_EQ(fit.inputs.at("rate").type, PortType::Number);
    EXPECT_EQ(fit.inputs.at("data").type, PortType::UriFolder);
    EXPECT_EQ(fit.outputs.at("model").binding, "${{parent.outputs.model}}");
    EXPECT_EQ(fit.outputs.at("model").type, PortType::MlflowModel);
    EXPECT_EQ(warningsOf(loaded),
        "3:93 settings.default_datestore: The key 'default_datestore' is unknown and ignored. Did you mean "
        "'default_datastore'?\n"
        "train.yml:6:1 jobs.fit.component.compute: The key 'compute' is unknown and ignored.\n");
}

TEST(PipelineDocument, IsTheSameAfterItsWayThroughJson)
{
    const DocumentFolder folder;
    folder.write("train.yml", trainComponent);
    const Loaded<JobDocument> loaded = folder.job(R"(type: pipeline
inputs: {table: {path: azureml:wine:1}, rate: 0.5, flag: yes}
outputs: {out: }
jobs:
  a:
    command: x ${{inputs.d}} ${{inputs.f}} ${{outputs.o}}
    environment: azureml:e
    inputs: {d: "${{parent.inputs.table}}", f: "${{parent.inputs.flag}}", g: "n-${{parent.inputs.rate}}"}
    outputs: {o: {type: uri_file, mode: upload, name: kept}}
  b:
    component: ./train.yml
    inputs:
      data: {path: "${{parent.inputs.table}}", mode: download}
      rate: ${{parent.inputs.rate}}
      note: 5
    outputs: {model: {path: "${{parent.outputs.out}}", mode: rw_mount}}
)");
    ASSERT_EQ(errorsOf(loaded), "");
    const Loaded<JobDocument> again = jobFromJson(jobToJson(*loaded.value));
    ASSERT_EQ(errorsOf(again), "");
    EXPECT_EQ(canonical(again), canonical(loaded));
    const PipelineJob job = read(again);
    EXPECT_EQ(job.jobs.at("a").component.inputs.at("f").type, PortType::Boolean);
    EXPECT_EQ(job.jobs.at("a").component.inputs.at("g").type, PortType::String);
    EXPECT_EQ(job.jobs.at("b").inputs.at("data").mode, AccessMode::Download);
    EXPECT_EQ(job.jobs.at("b").inputs.at("note").value, "5");
    EXPECT_EQ(job.jobs.at("b").outputs.at("model").binding, "${{parent.outputs.out}}");
}

TEST(PipelineDocument, PlacesErrorsOfComponentFilesInThem)
{
    const DocumentFolder folder;
    folder.write("c/bad.yml",
        "name: Bad\ncommand: x ${{inputs.nix}}\nenvironment: azureml:e\ninputs: {a: {type: Integer}}\n");
    EXPECT_EQ(
        errorsOf(folder.job("type: pipeline\njobs:\n  s:\n    component: c/bad.yml\n    inputs: {a: 1}\n")),
        "bad.yml:1:7 jobs.s.component.name: 'jobs.s.component.name' is 'Bad', but must begin with a "
        "lower-case letter "
        "and have only lower-case letters, digits and `_` (at most 255).\n"
        "bad.yml:2:10 jobs.s.component.command: The command uses `${{inputs.nix}}`, but there is no such "
        "input.\n"
        "bad.yml:4:20 jobs.s.component.inputs.a.type: 'jobs.s.component.inputs.a.type' must be one of "
        "uri_file, "
        "uri_folder, mltable, mlflow_model, custom_model, triton_model, string, integer, number, boolean, "
        "but is "
        "'Integer'. Did you mean 'integer'?\n");
}

TEST(PipelineDocument, IsNamedAsOneWhereItForgetsItsType)
{
    EXPECT_THAT(errorsOf(DocumentFolder().job("jobs:\n  a: {command: x, environment: azureml:e}\n")),
        HasSubstr(
            "1:1 : A document with `jobs` is a pipeline, but it says no type: write `type: pipeline`."));
}

TEST(PipelineDocument, NeedsSteps)
{
    EXPECT_THAT(errorsOf(DocumentFolder().job("type: pipeline\n")), HasSubstr("needs the key 'jobs'"));
    EXPECT_THAT(
        errorsOf(DocumentFolder().job("type: pipeline\njobs: {}\n")), HasSubstr("The pipeline has no steps"));
    EXPECT_THAT(errorsOf(DocumentFolder().job("type: pipeline\njobs: [a]\n")),
        HasSubstr("'jobs' must be a mapping of names"));
}

TEST(PipelineDocument, ChecksTheNamesOfSteps)
{
    EXPECT_THAT(errorsOf(DocumentFolder().job(
                    "type: pipeline\njobs:\n  Fit-1: {command: x, environment: azureml:e}\n")),
        HasSubstr("3:3 jobs.Fit-1: 'Fit-1' is no name for a step: use lower-case letters"));
}

TEST(PipelineDocument, RefusesUnknownKeysOnlyInInlineSteps)
{
    const DocumentFolder folder;
    folder.write("c.yml", "name: c\ncommand: x\nenvironment: azureml:e\n");
    const Loaded<JobDocument> loaded = folder.job("type: pipeline\njobs:\n"
                                                  "  a: {command: x, environment: azureml:e, cod: y}\n"
                                                  "  b: {component: c.yml, cod: y}\n");
    EXPECT_EQ(errorsOf(loaded), "3:43 jobs.a.cod: There is no key 'cod' here. Did you mean 'code'?\n");
    EXPECT_THAT(warningsOf(loaded), HasSubstr("4:25 jobs.b.cod: The key 'cod' is unknown and ignored."));
}

TEST(PipelineDocument, SaysHowToWriteAStepThatIsOnlyAPath)
{
    EXPECT_THAT(errorsOf(DocumentFolder().job("type: pipeline\njobs: {a: ./train.yml}\n")),
        HasSubstr("A step is a mapping: write `component: ./train.yml` below its name."));
}

TEST(PipelineDocument, TakesComputeFromAnInput)
{
    const auto text = [](const std::string &compute) {
        return "type: pipeline\ninputs: {c: " + compute
            + "}\njobs: {a: {command: x, environment: azureml:e, compute: \"${{parent.inputs.c}}\"}}\n";
    };
    EXPECT_EQ(read(DocumentFolder().job(text("local"))).jobs.at("a").compute, "local");
    EXPECT_THAT(
        errorsOf(DocumentFolder().job(text("azureml:gpu"))), HasSubstr("There is no compute 'gpu' here yet"));
}

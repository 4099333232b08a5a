#include "tests/core/document/DocumentFolder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace atelier;
using atelier::test::DocumentFolder;
using atelier::test::errorsOf;
using atelier::test::warningsOf;
using testing::HasSubstr;

namespace {

/// A pipeline whose step `use` gets these inputs; `make` writes a file, `use` declares one port of every
/// sort.
std::string pipeline(const std::string &inputs)
{
    return R"(type: pipeline
inputs:
  table: {type: uri_file, path: azureml:t:1}
  folder: {path: azureml:f:1}
  rate: 0.5
  word: hello
jobs:
  make:
    command: echo ${{inputs.seed}} > ${{outputs.file}}
    environment: azureml:e
    inputs: {seed: 7}
    outputs: {file: {type: uri_file}}
  use:
    component:
      command: run
      environment: azureml:e
      inputs:
        file: {type: uri_file, optional: true}
        number: {type: number, min: 0, max: 1, optional: true}
        count: {type: integer, optional: true}
        flag: {type: boolean, optional: true}
        choice: {type: string, enum: [a, b], optional: true}
        text: {type: string, optional: true}
    inputs: {)"
        + inputs + "}\n";
}

std::string errorsWith(const std::string &inputs)
{
    return errorsOf(DocumentFolder().job(pipeline(inputs)));
}

} // namespace

TEST(Bindings, ConnectWhatFits)
{
    EXPECT_EQ(
        errorsWith(
            "file: \"${{parent.jobs.make.outputs.file}}\", number: \"${{parent.inputs.rate}}\", "
            "text: \"${{ parent.inputs.word }}-${{parent.inputs.rate}}\", flag: yes, count: 3, choice: a"),
        "");
    EXPECT_EQ(errorsWith("file: {path: \"${{parent.inputs.table}}\", mode: download}"), "");
    EXPECT_EQ(errorsWith("number: 1, text: 5, count: \"7\""), "");
}

TEST(Bindings, MustNameWhatIsThere)
{
    EXPECT_EQ(errorsWith("file: \"${{parent.inputs.tabel}}\""),
        "24:20 jobs.use.inputs.file: The pipeline has no input 'tabel'. Did you mean 'table'?\n");
    EXPECT_THAT(errorsWith("file: \"${{parent.jobs.mak.outputs.file}}\""),
        HasSubstr("There is no step 'mak'. Did you mean 'make'?"));
    EXPECT_THAT(errorsWith("file: \"${{parent.jobs.make.outputs.fil}}\""),
        HasSubstr("The step 'make' has no output 'fil'. Did you mean 'file'?"));
    EXPECT_THAT(errorsWith("fil: 1"), HasSubstr("declares no input 'fil'. Did you mean 'file'?"));
    EXPECT_THAT(
        errorsWith("text: \"${{parents.inputs.word}}\""), HasSubstr("write `parent` instead of `parents`"));
    EXPECT_THAT(errorsWith("text: \"${{inputs.word}}\""), HasSubstr("`${{inputs.word}}` is no binding"));
    EXPECT_THAT(errorsWith("file: \"${{parent.outputs.x}}\""), HasSubstr("An input can be bound to"));
    EXPECT_THAT(errorsWith("file: \"${{parent.jobs.make.outputs}}\""), HasSubstr("is no binding"));
    EXPECT_THAT(errorsWith("text: \"a ${{parent.inputs.word\""), HasSubstr("is not closed"));
}

TEST(Bindings, MustBringTheTypeThatIsWanted)
{
    EXPECT_THAT(errorsWith("file: \"${{parent.inputs.folder}}\""),
        HasSubstr("The component wants 'uri_file' here, but ${{parent.inputs.folder}} is 'uri_folder'"));
    EXPECT_THAT(errorsWith("file: \"${{parent.inputs.rate}}\""), HasSubstr("is 'number'"));
    EXPECT_THAT(
        errorsWith("number: \"${{parent.jobs.make.outputs.file}}\""), HasSubstr("wants 'number' here"));
    EXPECT_THAT(
        errorsWith("count: \"${{parent.inputs.rate}}\""), HasSubstr("must be an integer, but is '0.5'"));
    EXPECT_THAT(errorsWith("number: \"1${{parent.inputs.rate}}\""), HasSubstr("write the expression alone"));
    EXPECT_THAT(errorsWith("text: \"x ${{parent.jobs.make.outputs.file}}\""),
        HasSubstr("Only literals of the pipeline"));
    EXPECT_THAT(errorsWith("file: {type: uri_folder, path: azureml:x:1}"),
        HasSubstr("wants 'uri_file' here, not 'uri_folder'"));
    EXPECT_THAT(
        errorsWith("number: {path: azureml:x:1}"), HasSubstr("wants a literal (number) here, not a path"));
}

TEST(Literals, MustFitTheirPort)
{
    EXPECT_EQ(errorsWith("number: 1.5"),
        "24:22 jobs.use.inputs.number: 'jobs.use.inputs.number' must be at most 1.0, but is '1.5'.\n");
    EXPECT_THAT(errorsWith("number: -1"), HasSubstr("must be at least 0.0"));
    EXPECT_THAT(errorsWith("number: much"), HasSubstr("must be a number, but is 'much'"));
    EXPECT_THAT(errorsWith("count: 1.5"), HasSubstr("must be an integer"));
    EXPECT_THAT(errorsWith("flag: 1"), HasSubstr("must be true or false"));
    EXPECT_THAT(errorsWith("choice: c"), HasSubstr("must be one of: a, b, but is 'c'"));
    const auto loaded = DocumentFolder().job(pipeline("flag: \"TRUE\", number: \"1e-3\""));
    ASSERT_EQ(errorsOf(loaded), "");
    const PipelineStep &step = std::get<PipelineJob>(*loaded.value).jobs.at("use");
    EXPECT_EQ(step.inputs.at("flag").value, "True");
    EXPECT_EQ(step.inputs.at("number").value, "1e-3");
}

TEST(Bindings, ToAnotherStepsInputAreReplacedByWhatItWasGiven)
{
    const auto loaded = DocumentFolder().job(pipeline(
        "count: \"${{parent.jobs.make.inputs.seed}}\", text: \"s${{parent.jobs.make.inputs.seed}}\""));
    ASSERT_EQ(errorsOf(loaded), "");
    const PipelineStep &step = std::get<PipelineJob>(*loaded.value).jobs.at("use");
    EXPECT_EQ(step.inputs.at("count").value, "7");
    EXPECT_EQ(step.inputs.at("text").value, "s7");
    EXPECT_THAT(errorsWith("count: \"${{parent.jobs.make.inputs.sed}}\""),
        HasSubstr("is given no input 'sed'. Did you mean 'seed'?"));
    EXPECT_THAT(errorsWith("count: \"${{parent.jobs.use.inputs.count}}\""),
        HasSubstr("bound to inputs that are bound back"));
}

TEST(Steps, MustGiveWhatTheirComponentRequires)
{
    const std::string text
        = "type: pipeline\njobs:\n  s:\n    component:\n      command: x ${{inputs.a}} $[[${{inputs.c}}]]\n"
          "      environment: azureml:e\n      inputs: {a: {type: string}, b: {type: integer, default: 1}, "
          "c: {type: string, optional: true}}\n";
    EXPECT_EQ(errorsOf(DocumentFolder().job(text)),
        "3:3 jobs.s.inputs: The step 's' does not give its component the input 'a', which is required: write "
        "`a: …` "
        "under its `inputs`.\n");
    EXPECT_EQ(errorsOf(DocumentFolder().job(text + "    inputs: {a: x}\n")), "");
}

TEST(Steps, MayLeaveOutAnOptionalInputOnlyWhereTheCommandDoesWithout)
{
    const std::string text
        = "type: pipeline\njobs:\n  s:\n    component:\n      command: x ${{inputs.a}}\n"
          "      environment: azureml:e\n      inputs: {a: {type: string, optional: true}}\n";
    EXPECT_THAT(errorsOf(DocumentFolder().job(text)),
        HasSubstr("outside of `$[[ ]]`, and this step gives it no value"));
    EXPECT_EQ(errorsOf(DocumentFolder().job(text + "    inputs: {a: x}\n")), "");
}

TEST(StepOutputs, AreBoundToOutputsOfThePipeline)
{
    const auto errors = [](const std::string &outputs) {
        return errorsOf(DocumentFolder().job(
            "type: pipeline\noutputs: {o: {type: uri_file}, p: }\njobs:\n  s:\n    component:\n"
            "      command: x\n      environment: azureml:e\n      outputs: {f: {type: "
            "uri_file}, d: {type: uri_folder}}\n    outputs: {"
            + outputs + "}\n"));
    };
    EXPECT_EQ(errors("f: \"${{parent.outputs.o}}\", d: {mode: upload}"), "");
    EXPECT_EQ(errors("f: {path: \"${{parent.outputs.o}}\"}"), "");
    EXPECT_THAT(errors("x: "), HasSubstr("declares no output 'x'"));
    EXPECT_THAT(errors("f: \"${{parent.outputs.q}}\""), HasSubstr("The pipeline has no output 'q'"));
    EXPECT_THAT(
        errors("f: \"${{parent.inputs.o}}\""), HasSubstr("can be bound only to an output of the pipeline"));
    EXPECT_THAT(errors("d: \"${{parent.outputs.o}}\""), HasSubstr("give both the same type"));
    EXPECT_THAT(errors("f: \"${{parent.outputs.p}}\", d: \"${{parent.outputs.p}}\""),
        HasSubstr("bound to the pipeline's output 'p' already"));
    EXPECT_THAT(errors("f: {type: uri_folder}"), HasSubstr("This output is 'uri_file' in its component"));
    EXPECT_THAT(
        errors("f: {path: \"x/${{parent.outputs.o}}\"}"), HasSubstr("cannot mix text and expressions"));
}

TEST(PipelineOutputs, AreWarnedOfWhereNothingWritesThem)
{
    const auto loaded = DocumentFolder().job(
        "type: pipeline\noutputs: {o: }\njobs: {a: {command: x, environment: azureml:e}}\n");
    EXPECT_EQ(errorsOf(loaded), "");
    EXPECT_THAT(warningsOf(loaded), HasSubstr("2:11 outputs.o: No step writes the pipeline's output 'o'"));
}

TEST(StepOrder, MustNotBeACycle)
{
    const auto step = [](const std::string &name, const std::string &before) {
        return "  " + name + ": {command: x, environment: azureml:e, inputs: {i: \"${{parent.jobs." + before
            + ".outputs.o}}\"}, outputs: {o: }}\n";
    };
    EXPECT_EQ(errorsOf(DocumentFolder().job(
                  "type: pipeline\njobs:\n" + step("a", "c") + step("b", "a") + step("c", "b"))),
        "4:55 jobs.b.inputs.i: Steps wait for each other (a reads c reads b reads a), so none can begin: "
        "remove one of "
        "the bindings.\n");
    EXPECT_THAT(
        errorsOf(DocumentFolder().job("type: pipeline\njobs:\n" + step("a", "a"))), HasSubstr("(a reads a)"));
}

TEST(StepOrder, MayBeAChainOfThousands)
{
    std::string text = "type: pipeline\njobs:\n  s0: {command: x, environment: azureml:e, outputs: {o: }}\n";
    for (int i = 1; i < 3000; ++i)
        text += "  s" + std::to_string(i)
            + ": {command: x, environment: azureml:e, inputs: {i: \"${{parent.jobs.s" + std::to_string(i - 1)
            + ".outputs.o}}\"}, outputs: {o: }}\n";
    EXPECT_EQ(errorsOf(DocumentFolder().job(text)), "");
}

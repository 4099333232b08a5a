#include "tests/core/document/DocumentFolder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace atelier;
using atelier::test::commandJob;
using atelier::test::DocumentFolder;
using atelier::test::errorsOf;
using testing::HasSubstr;

namespace {

struct Unsupported
{
    std::string text;
    std::string sentence;
};

std::string step(const std::string &fields)
{
    return "type: pipeline\njobs:\n  s: {" + fields + "}\n";
}

} // namespace

TEST(Unsupported, IsSaidInOneSentenceWithWhatToDoInstead)
{
    const std::vector<Unsupported> cases{
        {"type: sweep\ntrial: {command: x}\n",
            "1:7 type: A job of type 'sweep' is not supported yet. Write a command job"},
        {"type: spark\n", "A job of type 'spark' is not supported yet."},
        {"type: automl\ntask: regression\n", "A job of type 'automl' is not supported yet."},
        {"type: Command\n", "There is no job of type 'Command'. Did you mean 'command'?"},
        {"type: pipeline\ncomponent: x.yml\njobs: {a: {command: x, environment: azureml:e}}\n",
            "2:1 component: 'component' is not supported: a pipeline component cannot be run alone yet."},
        {step("type: parallel"), "3:13 jobs.s.type: A step of type 'parallel' is not supported yet."},
        {step("trial: x.yml"), "A step of type 'sweep' is not supported yet."},
        {step("type: pipeline"), "Write the inner pipeline's steps among this pipeline's own."},
        {step("type: if_else"), "Decide inside a command."},
        {step("component: azureml:comp:1"),
            "'azureml:comp:1' names a registered component, and there are none yet"},
        {step("command: x, environment: azureml:e, distribution: {type: mpi}"),
            "jobs.s.distribution: 'jobs.s.distribution' is not supported: a job runs as one process."},
        {step("command: x, environment: azureml:e, resources: {instance_count: 2}"),
            "More than one instance is not supported yet"},
        {step("command: x, environment: azureml:e, compute: gpu"),
            "There is no compute 'gpu' here yet: write `compute: local`"},
        {"type: pipeline\nsettings: {on_init: a}\njobs: {a: {command: x, environment: azureml:e}}\n",
            "2:12 settings.on_init: 'settings.on_init' is not supported: write a first step"},
        {commandJob("compute: azureml:cpu-cluster\n"),
            "3:10 compute: There is no compute 'cpu-cluster' here yet"},
        {commandJob("distribution: {type: pytorch}\n"), "3:1 distribution: 'distribution' is not supported"},
        {commandJob("resources: {instance_count: 4}\n"),
            "3:29 resources.instance_count: More than one instance"},
        {commandJob("resources: {instance_count: \"${{parent.inputs.n}}\"}\n"),
            "Expressions are replaced only in inputs"},
        {commandJob("code: git+https://example.org/x\n"),
            "Code from 'git+https://example.org/x' is not supported yet"},
        {commandJob("code: azureml:code:1\n"), "Code from 'azureml:code:1' is not supported yet"},
        {commandJob("inputs: {d: {path: \"https://example.org/x.csv\"}}\n"),
            "cannot be read from here yet: download it first"},
        {commandJob("inputs: {d: {path: \"wasbs://c@a.blob/x\"}}\n"), "cannot be read from here yet"},
        {commandJob("inputs: {d: {path: \"azureml://datastores/d/paths/p\"}}\n"),
            "cannot be read from here yet"},
        {commandJob("inputs: {d: {path: \"runs:/1/x\"}}\n"), "cannot be read from here yet"},
        {commandJob("inputs: {d: {path: azureml:wine}}\n"),
            "names no version of a data asset: write `azureml:<name>:<version>`"},
    };
    for (const Unsupported &unsupported : cases) {
        const Loaded<JobDocument> loaded = DocumentFolder().job(unsupported.text);
        EXPECT_FALSE(loaded.value) << unsupported.text;
        EXPECT_THAT(errorsOf(loaded), HasSubstr(unsupported.sentence)) << unsupported.text;
        EXPECT_EQ(loaded.errors.size(), 1U) << errorsOf(loaded);
    }
}

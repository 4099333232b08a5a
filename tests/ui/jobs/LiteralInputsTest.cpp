#include "ui/jobs/LiteralInputs.h"

#include <gtest/gtest.h>

using namespace atelier;
using namespace atelier::ui;

TEST(LiteralInputs, AreTheJobsOwnAndThoseOfItsSteps)
{
    const Json document{{"inputs", {{"rate", 0.1}, {"word", "yes"}, {"data", {{"path", "azureml:wine:1"}}}}},
        {"jobs",
            {{"fit", {{"inputs", {{"depth", 4}, {"rate", "${{parent.inputs.rate}}"}, {"fast", true}}}}}}}};
    const std::vector<LiteralInput> expected{{"inputs.rate", "", "rate", "0.1", false},
        {"inputs.word", "", "word", "yes", true}, {"jobs.fit.inputs.depth", "fit", "depth", "4", false},
        {"jobs.fit.inputs.fast", "fit", "fast", "true", false}};
    EXPECT_EQ(literalInputsOf(document), expected);
    EXPECT_TRUE(literalInputsOf(Json::object()).empty());
}

TEST(LiteralInputs, OfAJobStandBehindWhatItsStepsAreBoundTo)
{
    const Json document{{"inputs", {{"trees", 100}}},
        {"jobs",
            {{"fit",
                {{"inputs",
                    {{"depth", 4}, {"count", "${{parent.inputs.trees}}"},
                        {"data", "${{parent.jobs.load.outputs.data}}"}}}}}}}};
    EXPECT_EQ(literalBehind(document, "jobs.fit.inputs.count"), "inputs.trees");
    for (const char *path : {"inputs.trees", "jobs.fit.inputs.depth", "jobs.fit.inputs.data",
             "jobs.fit.inputs.none", "jobs.fit", ""})
        EXPECT_EQ(literalBehind(document, path), path);
}

TEST(LiteralInputs, TextStaysTextWhateverItLooksLike)
{
    EXPECT_EQ(settingOf({"inputs.word", "", "word", "yes", true}, "1.0"), R"(inputs.word="1.0")");
    EXPECT_EQ(settingOf({"inputs.word", "", "word", "yes", true}, "a\"b\n"), R"(inputs.word="a\"b\n")");
    EXPECT_EQ(settingOf({"inputs.rate", "", "rate", "0.1", false}, "0.2"), "inputs.rate=0.2");
}

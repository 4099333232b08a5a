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

TEST(LiteralInputs, TextStaysTextWhateverItLooksLike)
{
    EXPECT_EQ(settingOf({"inputs.word", "", "word", "yes", true}, "1.0"), R"(inputs.word="1.0")");
    EXPECT_EQ(settingOf({"inputs.word", "", "word", "yes", true}, "a\"b\n"), R"(inputs.word="a\"b\n")");
    EXPECT_EQ(settingOf({"inputs.rate", "", "rate", "0.1", false}, "0.2"), "inputs.rate=0.2");
}

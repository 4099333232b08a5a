#include "core/document/Expression.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace atelier;
using testing::HasSubstr;

TEST(Expression, IsTheWholeTextOrAPartOfIt)
{
    EXPECT_EQ(soleExpression("${{parent.inputs.x}}"), "parent.inputs.x");
    EXPECT_EQ(soleExpression("${{  parent.inputs.x }}"), "parent.inputs.x");
    EXPECT_EQ(soleExpression("a ${{parent.inputs.x}}"), std::nullopt);
    EXPECT_EQ(soleExpression("${{a}}${{b}}"), std::nullopt);
    EXPECT_EQ(soleExpression("${{a b}}"), std::nullopt);
    EXPECT_EQ(soleExpression("{{a}}"), std::nullopt);
    EXPECT_TRUE(hasExpression("x${{y"));
    EXPECT_FALSE(hasExpression("{{x}}"));
}

TEST(Binding, IsOneOfFour)
{
    EXPECT_EQ(*parseBinding("${{parent.inputs.rate}}"), Binding(ParentInput{"rate"}));
    EXPECT_EQ(*parseBinding("${{parent.inputs.group.rate}}"), Binding(ParentInput{"group.rate"}));
    EXPECT_EQ(*parseBinding("${{parent.outputs.model}}"), Binding(ParentOutput{"model"}));
    EXPECT_EQ(*parseBinding("${{parent.jobs.fit.outputs.model}}"), Binding(StepOutput{"fit", "model"}));
    EXPECT_EQ(*parseBinding("${{parent.jobs.fit.inputs.rate}}"), Binding(StepInput{"fit", "rate"}));
}

TEST(Binding, IsNothingElse)
{
    for (const char *text : {"", "x", "${{}}", "${{parent}}", "${{parent.inputs}}", "${{parent.inputs.}}",
             "${{parent.jobs.fit}}", "${{parent.jobs.fit.outputs}}", "${{parent.jobs..outputs.x}}",
             "${{parent.jobs.outputs.x}}", "${{inputs.x}}", "${{parent.inputs.x}} "})
        EXPECT_FALSE(parseBinding(text)) << text;
    EXPECT_THAT(parseBinding("${{parents.inputs.x}}").error().sentence,
        HasSubstr("write `parent` instead of `parents`"));
}

TEST(Binding, MayStandAmongText)
{
    EXPECT_EQ(*bindingsIn("a ${{parent.inputs.x}} b ${{parent.jobs.s.outputs.y}}"),
        (std::vector<Binding>{ParentInput{"x"}, StepOutput{"s", "y"}}));
    EXPECT_TRUE(bindingsIn("plain $[[ text ]]")->empty());
    EXPECT_FALSE(bindingsIn("${{parent.inputs.x"));
    const auto expanded = expandBindings(
        "<${{parent.inputs.x}}|${{parent.inputs.y}}>", [](const Binding &binding) -> Result<std::string> {
            return std::get<ParentInput>(binding).name + "!";
        });
    EXPECT_EQ(*expanded, "<x!|y!>");
    const auto refused = expandBindings("${{parent.inputs.x}}", [](const Binding &) -> Result<std::string> {
        return Error{ErrorKind::NotFound, "none", "None.", {}, {}};
    });
    EXPECT_EQ(refused.error().code, "none");
}

TEST(Placeholders, AreInputsAndOutputsOfACommand)
{
    const auto placeholders = placeholdersIn("a ${{inputs.x}} $[[--y ${{ inputs.y.path }}]] ${{outputs.o}}");
    ASSERT_TRUE(placeholders);
    ASSERT_EQ(placeholders->size(), 3U);
    EXPECT_EQ((*placeholders)[0].input, "x");
    EXPECT_FALSE((*placeholders)[0].inFragment);
    EXPECT_EQ((*placeholders)[1].input, "y.path");
    EXPECT_TRUE((*placeholders)[1].inFragment);
    EXPECT_EQ((*placeholders)[2].output, "o");
    EXPECT_EQ(portNamed("y.path", [](std::string_view name) { return name == "y"; }), "y");
    EXPECT_EQ(portNamed("y.path", [](std::string_view name) { return name == "y.path"; }), "y.path");
}

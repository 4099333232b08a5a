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

struct Misuse
{
    std::vector<std::string> words;
    const char *answer;
};

} // namespace

TEST(CommandLine, WordsThatMakeNoCommandAreExplainedAndEndWith2)
{
    World world;
    const Misuse cases[] = {
        {{}, "Say what to do."},
        {{"jobb"}, "There is no command 'jobb'."},
        {{"job", "lst"}, "Did you mean 'job list'?"},
        {{"job"}, "atelier job --help"},
        {{"job", "show"}, "atelier job show needs NAME."},
        {{"job", "show", "a", "b"}, "The word \"b\" is one too many"},
        {{"job", "validate"}, "needs --file FILE"},
        {{"job", "create", "-f"}, "The option -f needs a value"},
        {{"job", "list", "--colour"}, "There is no option --colour."},
        {{"job", "list", "--limit", "1", "--limit=2"}, "stands twice"},
        {{"job", "list", "-o", "xml"}, "json, csv or table, not \"xml\""},
        {{"job", "create", "-f", "x", "--stream=yes"}, "takes no value"},
    };
    for (const Misuse &each : cases) {
        const Outcome outcome = world.run(each.words);
        EXPECT_EQ(outcome.code, 2) << each.answer;
        EXPECT_THAT(outcome.err, HasSubstr(each.answer));
        EXPECT_THAT(outcome.out, IsEmpty());
    }
}

TEST(CommandLine, ErrorsAreJsonWhereJsonIsWanted)
{
    World world;
    for (const std::vector<std::string> &words : std::vector<std::vector<std::string>>{
             {"job", "lst", "-o", "json"}, {"--format=json", "job", "show"}, {"job", "list", "-o", "json"}}) {
        const Outcome outcome = world.run(words);
        EXPECT_NE(outcome.code, 0);
        EXPECT_THAT(outcome.out, IsEmpty());
        const auto report = parseJson(outcome.err);
        ASSERT_TRUE(report && report->is_object()) << outcome.err;
        EXPECT_EQ(report->size(), 1U) << outcome.err;
        EXPECT_THAT(report->at("errors").at(0).at("message").get<std::string>(), HasSubstr("."));
        EXPECT_TRUE(report->at("errors").at(0).contains("code"));
    }
}

TEST(CommandLine, HelpIsThereForEverythingAndNeedsNoWorkspace)
{
    World world;
    EXPECT_THAT(world.run({"--help"}).out, AllOf(HasSubstr("workspace init"), HasSubstr("doctor")));
    EXPECT_THAT(world.run({"help"}).out, HasSubstr("job create"));
    EXPECT_THAT(
        world.run({"job", "--help"}).out, AllOf(HasSubstr("job stream"), Not(HasSubstr("data list"))));
    const Outcome create = world.run({"job", "create", "-h"});
    EXPECT_EQ(create.code, 0);
    EXPECT_THAT(create.out,
        AllOf(HasSubstr("atelier job create [-f FILE]"), HasSubstr("--set"), HasSubstr("--workspace")));
}

TEST(CommandLine, WithoutAnyWorkspaceItSaysHowToMakeOne)
{
    World world;
    const Outcome list = world.run({"job", "list"});
    EXPECT_EQ(list.code, 1);
    EXPECT_THAT(list.err, HasSubstr("atelier workspace init"));
    EXPECT_THAT(world.run({"workspace", "list"}).out, HasSubstr("atelier workspace init"));
    EXPECT_THAT(world.run({"-w", "absent", "job", "list"}).err, HasSubstr("There is no folder absent."));
}

TEST(CommandLine, TheServiceThatIsMissingIsNamed)
{
    World world;
    world.variables.emplace_back("ATELIER_SERVICE", "/nonexistent/atelierd");
    const Outcome made = world.run({"workspace", "init", "ws"});
    EXPECT_EQ(made.code, 1);
    EXPECT_THAT(made.err, HasSubstr("/nonexistent/atelierd"));
    EXPECT_FALSE(std::filesystem::exists(world / "ws")) << "what was begun is taken back";
    const Outcome doctor = world.run({"doctor"});
    EXPECT_EQ(doctor.code, 1);
    EXPECT_THAT(doctor.out, HasSubstr("problem"));
}

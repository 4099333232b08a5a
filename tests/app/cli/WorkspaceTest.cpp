#include "core/base/Json.h"
#include "tests/app/cli/World.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>

using namespace atelier;
using namespace atelier::test;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

TEST(CommandLineWorkspace, IsMadeListedShownAndDeleted)
{
    World world;
    const Outcome made = world.run({"workspace", "init", "ws"});
    ASSERT_EQ(made.code, 0) << made.err;
    EXPECT_EQ(made.out, "Made the workspace " + (world / "ws").string() + ".\n");
    EXPECT_TRUE(std::filesystem::exists(world / "ws/workspace.db"));
    EXPECT_EQ(world.run({"workspace", "init", "ws"}).code, 1);
    EXPECT_THAT(world.run({"workspace", "list"}).out, HasSubstr((world / "ws").string()));
    const Json shown = world.json({"workspace", "show", "ws"});
    EXPECT_EQ(integerAt(shown, "pid"), world.service());
    const Outcome deleted = world.run({"workspace", "delete", "ws"});
    EXPECT_EQ(deleted.code, 0) << deleted.err;
    EXPECT_FALSE(std::filesystem::exists(world / "ws"));
    EXPECT_TRUE(std::filesystem::exists(world / "data/Trash/files/ws/workspace.db"));
    EXPECT_THAT(world.run({"workspace", "list"}).out, Not(HasSubstr((world / "ws").string())));
}

TEST(CommandLineWorkspace, IsChosenByOptionThenVariableThenFolderThenHistory)
{
    World world;
    for (const char *name : {"a", "b", "c"})
        ASSERT_EQ(world.run({"workspace", "init", name}).code, 0);
    const auto shown = [&](std::vector<std::string> words) {
        words.insert(words.begin(), {"workspace", "show"});
        return std::filesystem::path(textAt(world.json(std::move(words)), "workspace")).filename().string();
    };
    EXPECT_EQ(shown({}), "c") << "the last one used";
    world.variables = {{"ATELIER_WORKSPACE", (world / "b").string()}};
    EXPECT_EQ(shown({}), "b");
    EXPECT_EQ(shown({"-w", "a"}), "a");
}

TEST(CommandLineWorkspace, WhoseDatabaseIsNoneIsRefusedWithTheServicesSentence)
{
    World world;
    world.write("ws/workspace.db", std::string(100, 'x'));
    const Outcome shown = world.run({"workspace", "show", "ws"});
    EXPECT_EQ(shown.code, 1);
    EXPECT_THAT(shown.err, AllOf(HasSubstr("."), Not(HasSubstr("ended while it was starting"))));
}

TEST(CommandLineWorkspace, TwoCommandsAtOnceShareOneService)
{
    World world;
    world.makeWorkspace();
    world.killService();
    std::vector<Running> runs;
    for (int i = 0; i < 4; ++i)
        runs.push_back(world.start({"workspace", "show", "ws", "-o", "json"}));
    std::vector<std::int64_t> services;
    for (Running &each : runs) {
        const Outcome outcome = each.finish();
        EXPECT_EQ(outcome.code, 0) << outcome.err;
        services.push_back(integerAt(parseJson(outcome.out).value_or(Json::object()), "pid"));
    }
    EXPECT_THAT(services, testing::Each(testing::Eq(services.front())));
}

TEST(CommandLineWorkspace, AServiceThatDoesNotAnswerIsStartedAgain)
{
    World world;
    world.makeWorkspace();
    const auto frozen = integerAt(world.json({"workspace", "show"}), "pid");
    ASSERT_EQ(kill(static_cast<pid_t>(frozen), SIGSTOP), 0);
    const Outcome restarted = world.run({"workspace", "restart"});
    EXPECT_EQ(restarted.code, 0) << restarted.err;
    EXPECT_THAT(restarted.out, HasSubstr("started again"));
    EXPECT_NE(integerAt(world.json({"workspace", "show"}), "pid"), frozen);
}

TEST(CommandLineWorkspace, TheDoctorFindsItWell)
{
    World world;
    world.makeWorkspace();
    const Outcome doctor = world.run({"doctor"});
    EXPECT_EQ(doctor.code, 0) << doctor.out;
    EXPECT_THAT(doctor.out, AllOf(HasSubstr("Service"), HasSubstr("Durable writes"), HasSubstr("openat2")));
    bool hasAnswered = false;
    const Json answer = world.json({"doctor"});
    for (const Json &check : answer["checks"])
        hasAnswered = hasAnswered || (textAt(check, "name") == "Service" && textAt(check, "health") == "ok");
    EXPECT_TRUE(hasAnswered);
}

TEST(CommandLineData, IsRegisteredOnceForTheSameContentAndAgainForAnother)
{
    World world;
    world.makeWorkspace();
    world.write("table.csv", "a,b\n");
    world.write("data.yml", "name: table\ntype: uri_file\npath: table.csv\n");
    EXPECT_THAT(world.run({"data", "create", "-f", "data.yml"}).out, HasSubstr("table:1"));
    EXPECT_THAT(world.run({"data", "create", "-f", "data.yml"}).out, HasSubstr("table:1"));
    EXPECT_THAT(world.run({"data", "create", "-f", "data.yml", "--set", "description=new"}).out,
        HasSubstr("table:2"));
    EXPECT_THAT(world.run({"data", "list"}).out,
        AllOf(HasSubstr("table"), HasSubstr((world / "table.csv").string())));
    EXPECT_EQ(world.json({"data", "show", "table"})["versions"].size(), 2U);
    EXPECT_EQ(textAt(world.json({"data", "show", "table", "--version", "2"}), "description"), "new");
    EXPECT_THAT(world.run({"data", "show", "nothing"}).err, HasSubstr("no data asset nothing"));
    world.write("bad.yml", "name: x\npath: absent.csv\n");
    EXPECT_THAT(world.run({"data", "create", "-f", "bad.yml"}).err, HasSubstr("bad.yml:2:"));
}

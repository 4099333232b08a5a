#include "core/system/AttemptFolder.h"

#include <gtest/gtest.h>

#include <random>

using namespace atelier;

namespace {

LaunchRecord sampleLaunch()
{
    LaunchRecord record;
    record.uuid = "5d3f";
    record.arguments = {"/bin/bash", "-c", "echo 'a=b'\nexit 3", "", "\xff\xfe"};
    record.environment = {"A=1", "B=line\nbreak", "A=2"};
    record.folder = "/folder/here=there";
    record.logFile = "/folder/log";
    record.logKeepBytes = 1U << 30U;
    record.graceMs = 500;
    record.timeoutMs = 60'000;
    record.memoryBytes = std::uint64_t{1} << 40U;
    record.processes = 17;
    record.serviceSocket = "/run/x.sock";
    record.restartCommand = {"/usr/bin/atelierd", "--workspace", "/w"};
    return record;
}

ExitRecord sampleExit()
{
    return {EndReason::NotExecuted, 127, 9, 2, "/bin/missing", 1'700'000'000'000, 1'700'000'000'100, 100, 40,
        5000, 3};
}

} // namespace

TEST(AttemptFolder, CarriesEveryByteOfALaunchButNul)
{
    const LaunchRecord record = sampleLaunch();
    const Result<std::string> text = format(record);
    ASSERT_TRUE(text);
    const Result<LaunchRecord> back = parseLaunchRecord(*text);
    ASSERT_TRUE(back) << back.error().sentence;
    EXPECT_EQ(*back, record);
    LaunchRecord bad = record;
    bad.arguments.push_back(std::string(1, '\0'));
    EXPECT_EQ(format(bad).error().code, "attempt.nul");
}

TEST(AttemptFolder, CarriesRunAndExitRecords)
{
    const RunRecord run{
        {"boot", 10, 1000}, {"boot", 11, 1001}, "/sys/fs/cgroup/atelier-1", 1'700'000'000'000};
    EXPECT_EQ(*parseRunRecord(format(run)), run);
    for (int reason = 0; reason <= static_cast<int>(EndReason::NotExecuted); ++reason) {
        ExitRecord exit = sampleExit();
        exit.reason = static_cast<EndReason>(reason);
        EXPECT_EQ(*parseExitRecord(format(exit)), exit) << name(exit.reason);
    }
}

TEST(AttemptFolder, RefusesARecordThatWasCutOff)
{
    const std::string launch = *format(sampleLaunch());
    const std::string exit = format(sampleExit());
    const std::string run = format(RunRecord{{"boot", 10, 1000}, {"boot", 11, 1001}, "", 5});
    // Cut at a field's end a launch can be whole again: a list may have fewer entries. Its writer renames, so
    // never so.
    for (std::size_t length = 0; length + 1 < exit.size(); ++length)
        EXPECT_FALSE(parseExitRecord(exit.substr(0, length))) << length;
    for (std::size_t length = 0; length + 1 < run.size(); ++length)
        EXPECT_FALSE(parseRunRecord(run.substr(0, length))) << length;
    EXPECT_FALSE(parseLaunchRecord(launch.substr(0, launch.size() / 2)));
    EXPECT_FALSE(parseLaunchRecord(""));
}

TEST(AttemptFolder, RefusesNumbersThatAreNone)
{
    std::string exit = format(sampleExit());
    exit.replace(exit.find("code=127"), 8, "code=12x");
    EXPECT_FALSE(parseExitRecord(exit));
    std::string reason = format(sampleExit());
    reason.replace(reason.find("not-executed"), 12, "on-holidays!");
    EXPECT_FALSE(parseExitRecord(reason));
}

TEST(AttemptFolder, KeepsARecordWholeThoughAPathHoldsALineBreak)
{
    ExitRecord exit = sampleExit();
    exit.failedPath = "/a\ncode=0";
    const Result<ExitRecord> back = parseExitRecord(format(exit));
    ASSERT_TRUE(back);
    EXPECT_EQ(back->code, 127);
    EXPECT_EQ(back->failedPath, "/a?code=0");
}

TEST(AttemptFolder, SurvivesRandomBytes)
{
    std::mt19937 random(1);
    const std::string good = format(sampleExit());
    for (int i = 0; i < 20'000; ++i) {
        std::string text = good;
        for (std::size_t flips = 1 + random() % 4; flips > 0; --flips)
            text[random() % text.size()] = static_cast<char>(random() % 256);
        static_cast<void>(parseExitRecord(text));
        static_cast<void>(parseRunRecord(text));
        static_cast<void>(parseLaunchRecord(text));
    }
}

#include "core/data/TableReader.h"

#include "core/base/Json.h"
#include "core/system/Clock.h"
#include "core/system/ProcessTree.h"
#include "tests/support/TemporaryFolder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <thread>

using namespace atelier;
using namespace std::chrono_literals;
using testing::HasSubstr;

namespace {

/// A program in the place of atelier-tables, and a file for it to look at.
class TableReading : public testing::Test
{
protected:
    Result<std::string> read(const std::string &script, std::chrono::milliseconds timeout = 20s)
    {
        const std::filesystem::path program = m_folder / "program";
        test::write(program, "#!/bin/sh\n" + script);
        chmod(program.c_str(), 0700);
        test::write(m_folder / "table.csv", "a,b\n1,2\n");
        const Descriptor file(open((m_folder / "table.csv").c_str(), O_RDONLY | O_CLOEXEC));
        return TableReader({program, "/lib/duck.so", timeout})
            .read(file, "table.csv", {5, 6, 7, 8, true}, m_stop);
    }

    test::TemporaryFolder m_folder;
    StopSignal m_stop;
};

} // namespace

TEST_F(TableReading, HandsTheFileToTheProgramAsItsInput)
{
    EXPECT_EQ(*read("cat"), "a,b\n1,2\n");
    EXPECT_EQ(*read("echo \"$@\""),
        "--library /lib/duck.so --name table.csv --offset 5 --limit 6 --first-column 7 --columns 8 "
        "--profile\n");
}

TEST_F(TableReading, HandsOnWhatRowsAndColumnsAreWantedAsTheyAreWritten)
{
    test::write(m_folder / "table.csv", "a\n1\n");
    const Descriptor file(open((m_folder / "table.csv").c_str(), O_RDONLY | O_CLOEXEC));
    const std::filesystem::path program = m_folder / "program";
    test::write(program, "#!/bin/sh\nprintf '%s|' \"$@\"");
    chmod(program.c_str(), 0700);
    TablePart part;
    part.filter = "a>1 \"b c\"=$(x);'";
    part.sort = "-a";
    part.names = "a,--profile";
    const auto answer = TableReader({program, "/lib/duck.so", 20s}).read(file, "table.csv", part, m_stop);
    EXPECT_THAT(*answer, HasSubstr("|--filter|a>1 \"b c\"=$(x);'|--sort|-a|--names|a,--profile|"));
}

TEST_F(TableReading, GivesTheProgramsErrorAndItsKind)
{
    const auto answer = read(
        R"(echo '{"errors":[{"kind":"unavailable","code":"table.library","message":"No."}]}'; exit 1)");
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().kind, ErrorKind::Unavailable);
    EXPECT_EQ(answer.error().code, "table.library");
    EXPECT_EQ(answer.error().sentence, "No.");
}

TEST_F(TableReading, ACrashIsTheFilesFaultAndSaidSo)
{
    const auto answer = read("kill -SEGV $$");
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, "table.crash");
}

TEST_F(TableReading, EndsAProgramThatTakesTooLong)
{
    const std::int64_t begin = steadyMs();
    const auto answer = read("sleep 60", 200ms);
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, "table.slow");
    EXPECT_THAT(answer.error().sentence, HasSubstr("fewer columns"));
    EXPECT_LT(steadyMs() - begin, 5000);
}

TEST_F(TableReading, EndsWithNobodyLeftWhenItIsStopped)
{
    std::thread stopping([this] {
        std::this_thread::sleep_for(100ms);
        m_stop.raise();
    });
    const std::int64_t begin = steadyMs();
    const auto answer = read("sleep 61");
    stopping.join();
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, "process.stopped");
    EXPECT_LT(steadyMs() - begin, 5000);
    EXPECT_THAT(descendantsOf(getpid()), testing::IsEmpty());
}

TEST_F(TableReading, HandsAFileForTheRowsToTheProgramThatSavesThem)
{
    test::write(m_folder / "table.csv", "a\n1\n");
    const Descriptor file(open((m_folder / "table.csv").c_str(), O_RDONLY | O_CLOEXEC));
    const std::filesystem::path rows = m_folder / "rows";
    const Descriptor csv(open(rows.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
    const std::filesystem::path program = m_folder / "program";
    const auto save = [&](const std::string &script) {
        test::write(program, "#!/bin/sh\n" + script);
        chmod(program.c_str(), 0700);
        return TableReader({program, "/lib/duck.so", 20s, 300ms})
            .save(file, "table.csv", {}, {csv, "/the/spill"}, m_stop);
    };
    EXPECT_TRUE(save("echo \"$@\" >&3"));
    EXPECT_THAT(test::read(rows), HasSubstr("--csv --spill /the/spill"));
    const auto slow = save("sleep 62");
    ASSERT_FALSE(slow);
    EXPECT_EQ(slow.error().code, "table.slow");
    EXPECT_FALSE(save("exit 1"));
}

TEST_F(TableReading, SaysWhatToDoWhereTheProgramIsMissing)
{
    test::write(m_folder / "table.csv", "a,b\n1,2\n");
    const Descriptor file(open((m_folder / "table.csv").c_str(), O_RDONLY | O_CLOEXEC));
    const auto answer = TableReader({m_folder / "absent", "", 20s}).read(file, "table.csv", {}, m_stop);
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().kind, ErrorKind::Unavailable);
    EXPECT_THAT(answer.error().sentence, HasSubstr("packaging/run"));
}

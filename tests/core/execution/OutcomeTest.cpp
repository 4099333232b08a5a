#include "core/execution/Outcome.h"

#include "tests/support/TemporaryFolder.h"

#include <gtest/gtest.h>

using namespace atelier;

namespace {

ExitRecord exited(int code)
{
    ExitRecord record;
    record.code = code;
    return record;
}

} // namespace

TEST(Outcome, OfExitCodeZeroIsSuccess)
{
    const Outcome outcome = outcomeOf(exited(0), "/nonexistent");
    EXPECT_EQ(outcome.status, JobStatus::Completed);
    EXPECT_EQ(outcome.errorCode, "");
}

TEST(Outcome, SaysTheExitCode)
{
    const Outcome outcome = outcomeOf(exited(3), "/nonexistent");
    EXPECT_EQ(outcome.status, JobStatus::Failed);
    EXPECT_NE(outcome.errorSentence.find("exit code 3"), std::string::npos);
}

TEST(Outcome, NamesAMissingPythonModule)
{
    const test::TemporaryFolder folder;
    test::write(folder / "log",
        "Traceback (most recent call last):\n  File \"x.py\", line 1, in <module>\n"
        "ModuleNotFoundError: No module named 'torch.nn'\n");
    const Outcome outcome = outcomeOf(exited(1), folder / "log");
    EXPECT_EQ(outcome.errorCode, "job.missing-module");
    EXPECT_NE(outcome.errorSentence.find("torch.nn"), std::string::npos);
    EXPECT_NE(outcome.errorSentence.find("python3-torch"), std::string::npos);
}

TEST(Outcome, BeginsWithTheExceptionThatEndedAScript)
{
    const test::TemporaryFolder folder;
    test::write(folder / "log",
        "ValueError: at first\n\nDuring handling of the above exception, another exception occurred:\n\n"
        "Traceback (most recent call last):\n  File \"x.py\", line 1, in <module>\n"
        "pandas.errors.KeyError: 'magnesium'\n");
    const Outcome outcome = outcomeOf(exited(1), folder / "log");
    EXPECT_EQ(outcome.errorCode, "job.exit-code");
    EXPECT_EQ(outcome.errorSentence,
        "pandas.errors.KeyError: 'magnesium'. The command ended with exit code 1; the log's last lines say "
        "where.");
}

TEST(Outcome, TellsASignalFromAnExitCode)
{
    ExitRecord record;
    record.reason = EndReason::Signaled;
    record.signal = 11;
    EXPECT_NE(outcomeOf(record, "/nonexistent").errorSentence.find("signal 11"), std::string::npos);
}

TEST(Outcome, OfACanceledJobIsNoFailure)
{
    ExitRecord record;
    record.reason = EndReason::Canceled;
    EXPECT_EQ(outcomeOf(record, "/nonexistent").status, JobStatus::Canceled);
}

TEST(Outcome, TailIsTheLastLinesWhetherOrNotTheLastOneIsClosed)
{
    const test::TemporaryFolder folder;
    test::write(folder / "closed", "1\n2\n3\n");
    EXPECT_EQ(tailOf(folder / "closed", 2), "2\n3\n");
    test::write(folder / "open", "1\n2\n3");
    EXPECT_EQ(tailOf(folder / "open", 2), "2\n3");
    EXPECT_EQ(tailOf(folder / "open", 9), "1\n2\n3");
    EXPECT_EQ(tailOf(folder / "absent", 2), "");
}

TEST(Outcome, TailOfAHugeFileReadsOnlyItsEnd)
{
    const test::TemporaryFolder folder;
    test::write(folder / "log", std::string(1 << 20, 'x'));
    EXPECT_EQ(tailOf(folder / "log", 5).size(), 16U * 1024U);
}

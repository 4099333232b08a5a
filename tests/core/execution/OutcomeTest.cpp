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

TEST(Outcome, NamesTheExceptionThatEndedAPythonProgram)
{
    const test::TemporaryFolder folder;
    const auto of = [&](const std::string &log) {
        test::write(folder / "log", log);
        const Outcome outcome = outcomeOf(exited(1), folder / "log");
        return outcome.errorSentence.substr(0, outcome.errorSentence.find('\n'));
    };
    const std::string frames
        = "Traceback (most recent call last):\n  File \"x.py\", line 3, in <module>\n    f()\n";
    EXPECT_EQ(of(frames + "ValueError: Input X contains NaN\n"), "ValueError: Input X contains NaN");
    EXPECT_EQ(of(frames + "KeyboardInterrupt"), "KeyboardInterrupt");
    EXPECT_EQ(of(frames + "a.b.Trouble: one\n  two\nbye\n"), "a.b.Trouble: one");
    EXPECT_EQ(of("epoch 1\n  File \"x.py\", line 1\n    a b\n      ^\nSyntaxError: invalid syntax\n"),
        "SyntaxError: invalid syntax");
    EXPECT_EQ(
        of(frames + "KeyError: 1\n\nDuring handling of the above exception, another exception occurred:\n\n"
            + frames + "OSError: 2\n"),
        "OSError: 2");
    EXPECT_EQ(of(frames + "Error: " + std::string(400, 'x')), "Error: " + std::string(293, 'x') + "…");
}

TEST(Outcome, TakesNoOtherTextForAnException)
{
    const test::TemporaryFolder folder;
    for (const char *log : {"", "ValueError: said, not raised\n", "  File \"x\", line 1\n",
             "  File \"x\"\n    a\n\n", "  File \"x\"\n42: no name\n", "  File \"x\"\nnot a name: x\n",
             "  File \"x\"\nOSError: mended\n1\n2\n3\n4\n"}) {
        test::write(folder / "log", log);
        EXPECT_EQ(outcomeOf(exited(1), folder / "log").errorCode, "job.exit-code") << log;
    }
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

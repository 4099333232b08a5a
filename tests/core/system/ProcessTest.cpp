#include "core/system/Process.h"

#include "core/system/Clock.h"
#include "core/system/ProcessTree.h"
#include "tests/support/TemporaryFolder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <fcntl.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace atelier;
using namespace std::chrono_literals;
using atelier::test::TemporaryFolder;

namespace {

Captured capture(const std::string &command, SpawnRequest request = {})
{
    request.arguments = {"/bin/sh", "-c", command};
    Result<Captured> captured = runAndCapture(request, 20s);
    EXPECT_TRUE(captured) << captured.error().sentence;
    return captured ? *captured : Captured{};
}

} // namespace

TEST(Process, TellsHowAProgramEnded)
{
    EXPECT_TRUE(capture("exit 0").status.isSuccess());
    EXPECT_EQ(capture("exit 7").status, (ExitStatus{7, 0}));
    EXPECT_EQ(capture("kill -KILL $$").status, (ExitStatus{137, SIGKILL}));
}

TEST(Process, FindsAProgramInPathAndSaysSoWhenThereIsNone)
{
    EXPECT_TRUE(runAndCapture({{"true"}, std::nullopt, {}, {}, SpawnRequest::Session::Same}, 10s));
    const Result<Pidfd> none
        = spawn({{"/nonexistent/program"}, std::nullopt, {}, {}, SpawnRequest::Session::Same});
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().kind, ErrorKind::NotFound);
    EXPECT_NE(none.error().sentence.find("/nonexistent/program"), std::string::npos);
    EXPECT_FALSE(spawn({}));
}

TEST(Process, KeepsOutputAndErrorsApart)
{
    const Captured captured = capture("echo out; echo err >&2; printf '\\0'");
    EXPECT_EQ(captured.output, std::string("out\n\0", 5));
    EXPECT_EQ(captured.errors, "err\n");
}

TEST(Process, GivesFolderAndEnvironment)
{
    const TemporaryFolder folder;
    SpawnRequest request;
    request.folder = folder.path();
    request.environment = {"COLOR=dark red", "PATH=/usr/bin:/bin"};
    EXPECT_EQ(capture("pwd; echo $COLOR; echo ${HOME-none}", request).output,
        std::filesystem::canonical(folder.path()).string() + "\ndark red\nnone\n");
    request.folder = folder / "missing";
    EXPECT_FALSE(runAndCapture(
        {{"/bin/true"}, std::nullopt, folder / "missing", {}, SpawnRequest::Session::Same}, 10s));
}

TEST(Process, ChangesOnlyTheVariablesNamed)
{
    setenv("ATELIER_TEST_KEPT", "1", 1);
    setenv("ATELIER_TEST_CHANGED", "old", 1);
    SpawnRequest request;
    request.environment = environmentWith({{"ATELIER_TEST_CHANGED", "new"}, {"ATELIER_TEST_ADDED", "a=b"}});
    EXPECT_EQ(capture("echo $ATELIER_TEST_KEPT $ATELIER_TEST_CHANGED $ATELIER_TEST_ADDED", request).output,
        "1 new a=b\n");
    EXPECT_EQ(std::count_if(request.environment->begin(), request.environment->end(),
                  [](const std::string &entry) { return entry.rfind("ATELIER_TEST_CHANGED=", 0) == 0; }),
        1);
}

TEST(Process, HandsDownNoDescriptorButThoseNamed)
{
    const TemporaryFolder folder;
    test::write(folder / "one", "first");
    test::write(folder / "two", "second");
    // Without O_CLOEXEC: a careless library's descriptor must not reach the child either.
    const Descriptor one(open((folder / "one").c_str(), O_RDONLY));
    const Descriptor two(open((folder / "two").c_str(), O_RDONLY));
    SpawnRequest request;
    // Crosswise, so that a naive sequence of dup2 would overwrite one with the other.
    request.descriptors = {{one.number(), two.number()}, {two.number(), one.number()}};
    const std::string first = std::to_string(one.number());
    const std::string second = std::to_string(two.number());
    const Captured captured = capture(
        "cat <&" + second + "; cat <&" + first + "; for f in /proc/self/fd/*; do echo \" ${f##*/}\"; done",
        request);
    EXPECT_EQ(captured.output.rfind("firstsecond", 0), 0U) << captured.output;
    for (int number = 3; number < 64; ++number) {
        if (number == one.number() || number == two.number())
            continue;
        // The shell itself holds the folder that it lists open for a moment, on the lowest free number.
        const std::string path = "/proc/self/fd/" + std::to_string(number);
        EXPECT_EQ(capture("test -e " + path + " && echo open", request).output, "") << number;
    }
}

TEST(Process, ReadsNothingFromOurInput)
{
    EXPECT_EQ(capture("cat; echo end").output, "end\n");
}

TEST(Process, ResetsSignalsThatWeIgnoreOrBlock)
{
    void (*before)(int) = signal(SIGTERM, SIG_IGN);
    sigset_t blocked;
    sigset_t old;
    sigemptyset(&blocked);
    sigaddset(&blocked, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &blocked, &old);
    EXPECT_EQ(capture("kill -TERM $$; echo survived").status.signal, SIGTERM);
    pthread_sigmask(SIG_SETMASK, &old, nullptr);
    signal(SIGTERM, before);
}

TEST(Process, StartsASessionOfItsOwnWhenAsked)
{
    SpawnRequest request;
    request.arguments = {"/bin/sleep", "60"};
    request.session = SpawnRequest::Session::New;
    const Result<Pidfd> process = spawn(request);
    ASSERT_TRUE(process);
    EXPECT_EQ(getsid(process->pid()), process->pid());
    ASSERT_TRUE(process->signal(SIGKILL));
    EXPECT_TRUE(process->waitForEnd(10s));
    EXPECT_TRUE(process->reap());
}

TEST(Process, KillsAToolThatTakesTooLong)
{
    const std::int64_t begin = steadyMs();
    const Result<Captured> captured = runAndCapture(
        {{"/bin/sh", "-c", "sleep 60 & sleep 60"}, std::nullopt, {}, {}, SpawnRequest::Session::Same}, 100ms);
    ASSERT_FALSE(captured);
    EXPECT_EQ(captured.error().code, "process.timeout");
    EXPECT_LT(steadyMs() - begin, 5000);
    EXPECT_LT(waitpid(-1, nullptr, WNOHANG), 0) << "its zombie must have been collected";
}

TEST(Process, DoesNotWaitForWhatAToolLeavesBehind)
{
    const std::int64_t begin = steadyMs();
    const Captured captured = capture("sleep 3 & echo done");
    EXPECT_EQ(captured.output, "done\n");
    EXPECT_LT(steadyMs() - begin, 2000);
}

TEST(Process, DropsWhatGoesBeyondTheLimit)
{
    const Result<Captured> captured
        = runAndCapture({{"/bin/sh", "-c", "head -c 300000 /dev/zero; echo end >&2"}, std::nullopt, {}, {},
                            SpawnRequest::Session::Same},
            20s, 1000);
    ASSERT_TRUE(captured);
    EXPECT_EQ(captured->output.size(), 1000U);
    EXPECT_TRUE(captured->isTruncated);
    EXPECT_EQ(captured->errors, "end\n");
    EXPECT_TRUE(captured->status.isSuccess());
}

TEST(Process, StartsFromManyThreadsAtOnce)
{
    std::vector<std::thread> threads;
    std::atomic<int> right = 0;
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([i, &right] {
            for (int j = 0; j < 10; ++j) {
                const Captured captured
                    = capture("echo " + std::to_string(i) + "; exit " + std::to_string(i));
                right += captured.output == std::to_string(i) + "\n" && captured.status.code == i ? 1 : 0;
            }
        });
    for (std::thread &thread : threads)
        thread.join();
    EXPECT_EQ(right, 80);
}

TEST(ProcessTree, FindsChildrenAndTheirChildren)
{
    SpawnRequest request;
    request.arguments = {"/bin/sh", "-c", "sleep 60 & (sleep 61 & sleep 62; true) & wait"};
    request.session = SpawnRequest::Session::New;
    const Result<Pidfd> process = spawn(request);
    ASSERT_TRUE(process);
    std::vector<pid_t> found;
    for (int tries = 0; tries < 1000 && found.size() < 4; ++tries) {
        found = descendantsOf(process->pid());
        std::this_thread::sleep_for(5ms);
    }
    EXPECT_EQ(found.size(), 4U);
    std::vector<pid_t> scanned = descendantsByScan(process->pid());
    std::sort(found.begin(), found.end());
    std::sort(scanned.begin(), scanned.end());
    EXPECT_EQ(scanned, found);
    EXPECT_GT(proportionalKib(process->pid()).value_or(0), 0U);
    EXPECT_GT(proportionalKibOfTree(process->pid()), proportionalKib(process->pid()).value_or(0));
    kill(-process->pid(), SIGKILL);
    EXPECT_TRUE(process->waitForEnd(10s));
    EXPECT_TRUE(process->reap());
    EXPECT_FALSE(proportionalKib(process->pid()));
}

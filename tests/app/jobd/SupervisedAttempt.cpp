#include "tests/app/jobd/SupervisedAttempt.h"

#include "core/base/Ids.h"
#include "core/system/File.h"
#include "core/system/MarkerSweep.h"
#include "core/system/Process.h"

#include <gtest/gtest.h>

#include <array>
#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>
#include <thread>

namespace atelier::test {

bool eventually(const std::function<bool()> &condition)
{
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (!condition()) {
        if (std::chrono::steady_clock::now() > deadline)
            return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return true;
}

SupervisedAttempt::SupervisedAttempt(const std::string &command)
    : attempt(folder / "attempt")
{
    launch.uuid = randomUuid();
    launch.arguments = {"/bin/sh", "-c", command};
    launch.environment = {"PATH=/usr/bin:/bin"};
    launch.folder = folder.path().string();
    launch.logFile = (folder / "log").string();
    launch.graceMs = 300;
}

SupervisedAttempt::~SupervisedAttempt()
{
    static_cast<void>(killMarked(attempt::markerVariable, launch.uuid));
}

Pidfd SupervisedAttempt::start() const
{
    EXPECT_TRUE(makeFolders(attempt));
    EXPECT_TRUE(durableWrite(attempt / attempt::launchFile, *format(launch)));
    SpawnRequest request;
    request.arguments = {std::string(ATELIER_BINARY_DIR) + "/atelier-jobd", attempt.string()};
    request.session = SpawnRequest::Session::New;
    Result<Pidfd> supervisor = spawn(request);
    EXPECT_TRUE(supervisor);
    return std::move(*supervisor);
}

int SupervisedAttempt::run() const
{
    return codeOf(start());
}

int SupervisedAttempt::codeOf(const Pidfd &supervisor)
{
    EXPECT_TRUE(supervisor.waitForEnd(std::chrono::seconds(30)));
    return supervisor.reap().value_or(ExitStatus{-1, 0}).code;
}

bool SupervisedAttempt::hasRun() const
{
    return std::filesystem::exists(attempt / attempt::runFile);
}

bool SupervisedAttempt::hasExit() const
{
    return std::filesystem::exists(attempt / attempt::exitFile);
}

RunRecord SupervisedAttempt::runRecord() const
{
    EXPECT_TRUE(eventually([this] { return hasRun(); }));
    const Result<RunRecord> record = parseRunRecord(read(attempt / attempt::runFile));
    EXPECT_TRUE(record);
    return record ? *record : RunRecord{};
}

ExitRecord SupervisedAttempt::exitRecord() const
{
    const Result<ExitRecord> record = parseExitRecord(read(attempt / attempt::exitFile));
    EXPECT_TRUE(record);
    return record ? *record : ExitRecord{};
}

std::string SupervisedAttempt::ask(const std::string &request) const
{
    const Result<Descriptor> open = openFolder(attempt);
    const Descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::string path = "/proc/self/fd/" + std::to_string(open->number()) + "/ctl";
    std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
    if (connect(socket.number(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        return "nobody";
    send(socket.number(), request.data(), request.size(), MSG_NOSIGNAL);
    std::array<char, 32> answer{};
    const ssize_t got = recv(socket.number(), answer.data(), answer.size(), 0);
    return {answer.data(), got > 0 ? static_cast<std::size_t>(got) : 0};
}

} // namespace atelier::test

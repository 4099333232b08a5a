#include "core/system/MarkerSweep.h"
#include "core/system/ProcFile.h"
#include "tests/app/jobd/SupervisedAttempt.h"

#include <gtest/gtest.h>

#include <csignal>
#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace atelier;
using namespace atelier::test;

namespace {

/// Its "service" is a shell that notes its number and stays; its socket is a path that the test may listen
/// on.
class JobdService : public ::testing::Test
{
protected:
    JobdService()
    {
        m_supervised.launch.serviceSocket = (m_supervised.folder / "service.sock").string();
        m_supervised.launch.restartCommand = {
            "/bin/sh", "-c", "echo $$ >> \"$0\"; exec sleep 60", (m_supervised.folder / "started").string()};
    }

    ~JobdService() override
    {
        for (const pid_t pid : startedServices())
            kill(pid, SIGKILL);
    }

    [[nodiscard]] std::vector<pid_t> startedServices() const
    {
        std::vector<pid_t> pids;
        const std::string text = read(m_supervised.folder / "started");
        for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1)
            pids.push_back(static_cast<pid_t>(std::stol(text.substr(at))));
        return pids;
    }

    [[nodiscard]] Descriptor listen() const
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const std::string &path = m_supervised.launch.serviceSocket;
        std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
        Descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
        EXPECT_EQ(bind(socket.number(), reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
        EXPECT_EQ(::listen(socket.number(), 16), 0);
        return socket;
    }

    SupervisedAttempt m_supervised{"while ! test -e go; do sleep 0.01; done; exit 2"};
};

} // namespace

TEST_F(JobdService, StartsTheServiceAgainWhichOutlivesTheJob)
{
    const Pidfd supervisor = m_supervised.start();
    ASSERT_TRUE(eventually([this] { return startedServices().size() == 1; }));
    const pid_t service = startedServices().front();
    EXPECT_NE(processStat(service)->parent, supervisor.pid())
        << "else it would be killed with the job's strays";
    EXPECT_EQ(getsid(service), processStat(service)->session);
    EXPECT_NE(getsid(service), getsid(supervisor.pid()));
    EXPECT_TRUE(markedProcesses(attempt::markerVariable, m_supervised.launch.uuid).size() <= 2);
    write(m_supervised.folder / "go", "");
    EXPECT_EQ(SupervisedAttempt::codeOf(supervisor), 0);
    EXPECT_EQ(m_supervised.exitRecord().code, 2);
    EXPECT_EQ(m_supervised.exitRecord().strays, 0);
    EXPECT_EQ(kill(service, 0), 0) << "the service runs on";
}

TEST_F(JobdService, LeavesAServiceInPeaceThatAccepts)
{
    const Descriptor service = listen();
    const Pidfd supervisor = m_supervised.start();
    EXPECT_FALSE(supervisor.waitForEnd(std::chrono::milliseconds(300)));
    write(m_supervised.folder / "go", "");
    EXPECT_EQ(SupervisedAttempt::codeOf(supervisor), 0);
    EXPECT_TRUE(startedServices().empty());
}

TEST_F(JobdService, TakesASocketThatNobodyListensOnForGone)
{
    {
        const Descriptor dead = listen();
    } // as a killed service leaves it
    const Pidfd supervisor = m_supervised.start();
    EXPECT_TRUE(eventually([this] { return !startedServices().empty(); }));
    write(m_supervised.folder / "go", "");
    EXPECT_EQ(SupervisedAttempt::codeOf(supervisor), 0);
}

TEST_F(JobdService, LooksOnceMoreAtTheEndSoThatTheNextStepIsStarted)
{
    write(m_supervised.folder / "go", ""); // over long before the first look
    EXPECT_EQ(m_supervised.run(), 0);
    EXPECT_TRUE(m_supervised.hasExit());
    EXPECT_TRUE(eventually([this] { return startedServices().size() == 1; }));
}

TEST_F(JobdService, TriesMoreAndMoreRarely)
{
    m_supervised.launch.restartCommand
        = {"/bin/sh", "-c", "echo $$ >> \"$0\"", (m_supervised.folder / "started").string()};
    const Pidfd supervisor = m_supervised.start();
    EXPECT_FALSE(supervisor.waitForEnd(std::chrono::milliseconds(3500)));
    EXPECT_EQ(read(m_supervised.folder / "started").empty(), false);
    const std::string lines = read(m_supervised.folder / "started");
    EXPECT_EQ(std::count(lines.begin(), lines.end(), '\n'), 1) << "the second look comes after 4 s";
    write(m_supervised.folder / "go", "");
    EXPECT_EQ(SupervisedAttempt::codeOf(supervisor), 0);
}

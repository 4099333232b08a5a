#include "core/compute/AttemptState.h"

#include <gtest/gtest.h>

#include <cerrno>
#include <csignal>

using namespace atelier;

namespace {

std::string explained(EndReason reason, int code, int signal = 0, int errorNumber = 0)
{
    AttemptState state;
    state.phase = AttemptState::Phase::Ended;
    state.exit = ExitRecord{reason, code, signal, errorNumber, "/bin/missing", 0, 0, 0, 0, 0, 0};
    return explain(state);
}

} // namespace

TEST(AttemptState, ExplainsEveryEndInASentence)
{
    EXPECT_EQ(explained(EndReason::Exited, 0), "The command succeeded.");
    EXPECT_EQ(explained(EndReason::Exited, 3), "The command ended with exit code 3.");
    EXPECT_EQ(explained(EndReason::Signaled, 139, SIGSEGV), "The command was ended by SIGSEGV.");
    EXPECT_EQ(explained(EndReason::Canceled, 143, SIGTERM), "The command was canceled.");
    EXPECT_EQ(explained(EndReason::NotExecuted, 127, 0, EACCES),
        "The command could not be started: /bin/missing: Permission denied.");
    EXPECT_NE(explained(EndReason::TimedOut, 143, SIGTERM).find("timeout"), std::string::npos);
    EXPECT_NE(explained(EndReason::MemoryExceeded, 137, SIGKILL).find("memory"), std::string::npos);
}

TEST(AttemptState, ExplainsALossAndNothingThatIsNotOver)
{
    AttemptState state;
    EXPECT_EQ(explain(state), "");
    state.phase = AttemptState::Phase::Running;
    EXPECT_EQ(explain(state), "");
    state.phase = AttemptState::Phase::Lost;
    EXPECT_NE(explain(state).find("supervisor"), std::string::npos);
    state.lostReason = AttemptState::LostReason::MachineRestarted;
    EXPECT_NE(explain(state).find("restarted"), std::string::npos);
}

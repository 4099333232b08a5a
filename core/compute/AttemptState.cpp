#include "core/compute/AttemptState.h"

#include <array>
#include <cstring>

namespace atelier {

namespace {

std::string nameOfSignal(int number)
{
    const char *name = sigabbrev_np(number);
    return name != nullptr ? std::string("SIG") + name : "signal " + std::to_string(number);
}

std::string reasonOf(int errorNumber)
{
    std::array<char, 128> buffer{};
    return strerror_r(errorNumber, buffer.data(), buffer.size());
}

std::string explainEnd(const ExitRecord &exit)
{
    switch (exit.reason) {
    case EndReason::Exited:
        return exit.code == 0 ? "The command succeeded."
                              : "The command ended with exit code " + std::to_string(exit.code) + ".";
    case EndReason::Signaled:
        return "The command was ended by " + nameOfSignal(exit.signal) + ".";
    case EndReason::Canceled:
        return "The command was canceled.";
    case EndReason::TimedOut:
        return "The command was stopped because it ran longer than its timeout allows.";
    case EndReason::MemoryExceeded:
        return "The command was stopped because it needed more memory than it may have.";
    case EndReason::NotExecuted:
        return "The command could not be started: " + exit.failedPath + ": " + reasonOf(exit.errorNumber)
            + ".";
    }
    return {};
}

} // namespace

std::string explain(const AttemptState &state)
{
    if (state.phase == AttemptState::Phase::Ended && state.exit)
        return explainEnd(*state.exit);
    if (state.phase != AttemptState::Phase::Lost)
        return {};
    return state.lostReason == AttemptState::LostReason::MachineRestarted
        ? "The machine was restarted while the command ran."
        : "The command's supervisor died while it ran; what was left of the command was ended.";
}

} // namespace atelier

#pragma once

#include "core/system/AttemptFolder.h"
#include "core/system/Pidfd.h"
#include "tests/support/TemporaryFolder.h"

#include <chrono>
#include <functional>
#include <string>

namespace atelier::test {

/// Looks every few milliseconds until the condition holds, for up to 20 s.
[[nodiscard]] bool eventually(const std::function<bool()> &condition);

/// One attempt in a folder of its own, run by the real atelier-jobd without any driver.
class SupervisedAttempt
{
public:
    explicit SupervisedAttempt(const std::string &command);
    ~SupervisedAttempt(); ///< kills what a failed test has left

    /// Starts a supervisor on the folder; call it again for a second one.
    [[nodiscard]] Pidfd start() const;
    /// Starts it and waits for its end; its exit code.
    [[nodiscard]] int run() const;

    [[nodiscard]] static int codeOf(const Pidfd &supervisor);
    [[nodiscard]] bool hasRun() const;
    [[nodiscard]] bool hasExit() const;
    [[nodiscard]] RunRecord runRecord() const; ///< waits for it
    [[nodiscard]] ExitRecord exitRecord() const;
    [[nodiscard]] std::string log() const { return read(launch.logFile); }
    /// What the control socket answers to a request.
    [[nodiscard]] std::string ask(const std::string &request) const;

    TemporaryFolder folder;
    std::filesystem::path attempt; ///< its folder
    LaunchRecord launch; ///< to be changed before the start
};

} // namespace atelier::test

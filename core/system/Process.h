#pragma once

#include "core/base/Result.h"
#include "core/system/Pidfd.h"

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace atelier {

/// What to start and how. The child gets an empty signal mask, default signal actions and no descriptors but
/// those named.
struct SpawnRequest
{
    enum class Session { Same, New };

    std::vector<std::string> arguments; ///< the first is the program, sought in PATH when it has no slash
    std::optional<std::vector<std::string>> environment; ///< `NAME=value`; nullopt hands down ours
    std::filesystem::path folder; ///< working directory, "" is ours
    std::vector<std::pair<int, int>>
        descriptors; ///< ours -> the child's; 0, 1 and 2 are /dev/null unless named
    Session session = Session::Same;
};

/// Our environment with some variables set anew.
[[nodiscard]] std::vector<std::string> environmentWith(
    const std::vector<std::pair<std::string, std::string>> &changes);

/// Starts a program (posix_spawn); a program that cannot be executed is an Error. The caller reaps it.
[[nodiscard]] Result<Pidfd> spawn(const SpawnRequest &request);

struct Captured
{
    ExitStatus status;
    std::string output;
    std::string errors;
    bool isTruncated = false; ///< more than the limit was written; the rest was dropped
};

/// Runs a short-lived tool to its end; at the timeout it is killed, with its session, and the answer is an
/// Error (Busy). So it is as soon as the descriptor `stop` can be read, where there is one.
[[nodiscard]] Result<Captured> runAndCapture(
    SpawnRequest request, std::chrono::milliseconds timeout, std::size_t limit = 1 << 20, int stop = -1);

} // namespace atelier

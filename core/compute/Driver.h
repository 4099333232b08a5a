#pragma once

#include "core/base/Result.h"
#include "core/compute/AttemptState.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace atelier {

/// Which attempt is meant: its uuid, and the folder (absolute) that its records are in.
struct AttemptReference
{
    std::string uuid;
    std::filesystem::path folder;
};

/// Everything that a driver has to know to run a command once.
struct AttemptLaunch
{
    AttemptReference attempt;
    std::string command; ///< for the shell
    std::filesystem::path workingFolder;
    std::vector<std::string> environment; ///< all of it, `NAME=value`
    std::filesystem::path logFile; ///< output and errors are appended; its folder must exist
    std::uint64_t logKeepBytes
        = 0; ///< of a longer log only so much of its start and of its end is kept; 0: all
    std::chrono::milliseconds grace{10'000}; ///< from SIGTERM to SIGKILL
    std::chrono::milliseconds timeout{0}; ///< 0: none
    std::uint64_t memoryBytes = 0; ///< 0: not limited
    std::uint64_t processes = 0; ///< 0: not limited
};

/// Runs attempts somewhere: intent (the caller's) -> launch -> observe. Every driver passes the same contract
/// test. Thread-safe.
class Driver
{
public:
    virtual ~Driver() = default;

    /// Starts the attempt's supervisor, at most once in its life however often it is called; Conflict when it
    /// was started before. After any other Error, and after Success too, only `observe` says whether it runs.
    [[nodiscard]] virtual Result<void> launch(const AttemptLaunch &launch) = 0;
    /// Looks, and from then on reports a running attempt's changes; what is left of a lost one is killed
    /// first.
    [[nodiscard]] virtual Result<AttemptState> observe(const AttemptReference &attempt) = 0;
    /// Asks a running attempt to end: SIGTERM, and after its grace SIGKILL. NotFound when it does not run.
    [[nodiscard]] virtual Result<void> cancel(const AttemptReference &attempt) = 0;
    /// Reports nothing of this attempt any more; its files stay.
    virtual void forget(const AttemptReference &attempt) = 0;
};

/// Told, on a driver's own thread, that `observe` has something new to say of an attempt: it runs, or it is
/// over.
using AttemptChanged = std::function<void(const std::string &uuid)>;

} // namespace atelier

#pragma once

#include "core/base/Result.h"
#include "core/system/ProcessIdentity.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace atelier {

/// The files of `attempts/<uuid>/`: what the driver hands to the supervisor and what that leaves for the
/// service.
namespace attempt {

constexpr const char *launchFile = "launch"; ///< LaunchRecord, written by the driver, 0600
constexpr const char *lockFile = "lock"; ///< flock held by the supervisor for life
constexpr const char *startedFile
    = "started"; ///< made O_EXCL: at most one start of an attempt, ever; the boot id
constexpr const char *runFile = "run"; ///< RunRecord
constexpr const char *exitFile = "exit"; ///< ExitRecord; once there, it is the truth
constexpr const char *controlSocket = "ctl"; ///< answers "alive" and "cancel", each one line, to its own uid

/// In the environment of the job and of everything below it: the attempt's uuid.
constexpr const char *markerVariable = "ATELIER_ATTEMPT";

constexpr int exitAlreadySupervised = 71; ///< of a second supervisor: another one is at work
constexpr int exitAlreadyStarted = 72; ///< of a second supervisor: the attempt was started once
constexpr int exitUnusableFolder = 73; ///< the launch file or the folder cannot be used

} // namespace attempt

/// What a supervisor is told. No field can hold a NUL.
struct LaunchRecord
{
    std::string uuid;
    std::vector<std::string> arguments;
    std::vector<std::string> environment; ///< all of it, `NAME=value`; the marker is added
    std::string folder; ///< working directory
    std::string logFile; ///< output and errors are appended to it
    std::uint64_t logKeepBytes
        = 0; ///< of a longer log only so much of its start and of its end stays on disk; 0: all
    std::int64_t graceMs = 10'000; ///< from SIGTERM to SIGKILL
    std::int64_t timeoutMs = 0; ///< 0: none
    std::uint64_t memoryBytes = 0; ///< 0: not limited
    std::uint64_t processes = 0; ///< 0: not limited
    std::string serviceSocket; ///< ""; else the service is started again when nobody accepts there
    std::vector<std::string> restartCommand;

    bool operator==(const LaunchRecord &) const = default;
};

/// Published when the job runs: who supervises, and which process is the job.
struct RunRecord
{
    ProcessIdentity supervisor;
    ProcessIdentity job;
    std::string cgroup; ///< the job's own one (version 2), "" without
    std::int64_t startedMs = 0; ///< wall clock

    bool operator==(const RunRecord &) const = default;
};

enum class EndReason {
    Exited, ///< by itself, with `code`
    Signaled, ///< by a signal that was not ours
    Canceled,
    TimedOut,
    MemoryExceeded, ///< the kernel killed something in it for want of memory
    NotExecuted, ///< the program could not be started: `errorNumber`
};

[[nodiscard]] std::string_view name(EndReason reason); ///< `memory-exceeded`

/// How an attempt ended, written once.
struct ExitRecord
{
    EndReason reason = EndReason::Exited;
    int code = 0; ///< 128 + signal where a signal ended it
    int signal = 0;
    int errorNumber = 0;
    std::string failedPath; ///< NotExecuted: the program, folder or log file that was to blame
    std::int64_t startedMs = 0; ///< wall clock
    std::int64_t endedMs = 0; ///< wall clock
    std::int64_t durationMs = 0; ///< by the steady clock
    std::int64_t cpuMs = 0; ///< user and system, of the job and what was waited for below it
    std::uint64_t peakKib = 0; ///< highest sampled sum of proportional set sizes, or largest single process
    int strays = 0; ///< processes that outlived the job and were killed

    bool operator==(const ExitRecord &) const = default;
};

[[nodiscard]] Result<std::string> format(const LaunchRecord &record); ///< NUL after every `key=value`
[[nodiscard]] Result<LaunchRecord> parseLaunchRecord(std::string_view text);
[[nodiscard]] std::string format(const RunRecord &record); ///< lines of `key=value`
[[nodiscard]] Result<RunRecord> parseRunRecord(std::string_view text);
[[nodiscard]] std::string format(const ExitRecord &record);
[[nodiscard]] Result<ExitRecord> parseExitRecord(std::string_view text);

} // namespace atelier

#include "core/execution/Outcome.h"

#include "core/document/Nearest.h"
#include "core/system/Descriptor.h"

#include <algorithm>
#include <cctype>
#include <cstring>
#include <fcntl.h>
#include <regex>
#include <sys/stat.h>

namespace atelier {

namespace {

constexpr off_t longestTail = 16 * 1024;
constexpr int linesLookedAt = 20;
constexpr std::size_t longestException = 300; // bytes
constexpr int commandNotFound = 127; // POSIX: the shell's status for a program that it cannot find

Outcome failed(std::string code, std::string sentence)
{
    return {JobStatus::Failed, std::move(code), std::move(sentence)};
}

/// `ValueError`, `sklearn.exceptions.NotFittedError`
bool isDottedName(std::string_view text)
{
    return !text.empty() && std::isdigit(static_cast<unsigned char>(text.front())) == 0
        && std::all_of(text.begin(), text.end(),
            [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '.'; });
}

/// Whether no more follows than an exception of several lines may say; else the program went on after it.
bool endsSoon(std::string_view rest)
{
    constexpr int longestMessage = 3; // lines that are not indented
    int lines = 0;
    for (std::size_t at = rest.find('\n'); at != std::string_view::npos; at = rest.find('\n', at + 1))
        if (at + 1 < rest.size() && std::isspace(static_cast<unsigned char>(rest[at + 1])) == 0)
            ++lines;
    return lines <= longestMessage;
}

/// What Python says first of the exception that ends it, below the frames, such as
/// `ValueError: Input X contains NaN`; "" where the text does not end so.
std::string exceptionIn(std::string_view text)
{
    const std::size_t frame = text.rfind("  File \"");
    if (frame == std::string_view::npos)
        return {};
    for (std::size_t end = text.find('\n', frame); end != std::string_view::npos;) {
        const std::size_t begin = end + 1;
        end = text.find('\n', begin);
        const std::string_view line = text.substr(begin, end - begin);
        if (isDottedName(line.substr(0, line.find(": "))))
            return endsSoon(text.substr(std::min(end, text.size()))) ? excerpt(line, longestException) : "";
    }
    return {};
}

/// Failures that a person can mend at once, when told what is missing.
Outcome outcomeOfCode(int code, const std::filesystem::path &log)
{
    const std::string tail = tailOf(log, linesLookedAt);
    static const std::regex missingModule("ModuleNotFoundError: No module named '([^']+)'");
    if (std::smatch match; std::regex_search(tail, match, missingModule)) {
        const std::string module = match[1];
        return failed("job.missing-module",
            "The Python module " + module
                + " is not installed for the Python that ran this job; install it there (on "
                  "Debian: apt-get install python3-"
                + module.substr(0, module.find('.')) + ") and run the job again.");
    }
    if (code == commandNotFound)
        return failed("job.command-not-found",
            "A program in the command was not found (exit code 127); the log names it. Install it or correct "
            "the command.");
    const std::string ended = "The command ended with exit code " + std::to_string(code);
    if (const std::string exception = exceptionIn(tail); !exception.empty())
        return failed("job.exception", exception + "\n" + ended + "; the log shows where.");
    return failed("job.exit-code", ended + "; the log's last lines say why.");
}

std::string seconds(std::int64_t milliseconds)
{
    return std::to_string((milliseconds + 500) / 1000) + " s";
}

} // namespace

Outcome outcomeOf(const ExitRecord &record, const std::filesystem::path &log)
{
    switch (record.reason) {
    case EndReason::Exited:
        if (record.code == 0)
            return {};
        return outcomeOfCode(record.code, log);
    case EndReason::Signaled:
        return failed("job.signal",
            "The command was ended by signal " + std::to_string(record.signal) + " ("
                + strsignal(record.signal) + "), which Atelier did not send.");
    case EndReason::Canceled:
        return {JobStatus::Canceled, {}, {}};
    case EndReason::TimedOut:
        return failed("job.timeout",
            "The command was stopped after " + seconds(record.durationMs)
                + ", the time that limits.timeout gives it.");
    case EndReason::MemoryExceeded:
        return failed(
            "job.memory", "The command used up the memory that it may have, and the system ended it.");
    case EndReason::NotExecuted:
        return failed("job.not-executed",
            "The command could not be started: " + std::string(strerror(record.errorNumber)) + ".");
    }
    return failed("job.unknown", "The command ended in a way that this version does not know.");
}

Outcome lostOutcome(bool machineRestarted)
{
    if (machineRestarted)
        return failed("job.lost-restart", "The machine was restarted while this job ran; run it again.");
    return failed("job.lost-supervisor",
        "The process that supervised this job was killed, so the job was stopped and its result is unknown; "
        "run it "
        "again.");
}

std::string tailOf(const std::filesystem::path &file, int lines)
{
    const Descriptor descriptor(open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW));
    struct stat status
    {
    };
    if (!descriptor || fstat(descriptor.number(), &status) != 0 || !S_ISREG(status.st_mode))
        return {};
    std::string text(static_cast<std::size_t>(std::min(status.st_size, longestTail)), '\0');
    const ssize_t got = pread(
        descriptor.number(), text.data(), text.size(), status.st_size - static_cast<off_t>(text.size()));
    text.resize(got < 0 ? 0 : static_cast<std::size_t>(got));
    std::size_t begin = text.size();
    for (int seen = 0; begin > 0; --begin) {
        // A line end at the very end closes the last line and begins none.
        if (text[begin - 1] == '\n' && begin != text.size() && ++seen == lines)
            break;
    }
    return text.substr(begin);
}

} // namespace atelier

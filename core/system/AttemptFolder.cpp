#include "core/system/AttemptFolder.h"

#include <array>
#include <charconv>
#include <map>

namespace atelier {

namespace {

constexpr std::array<std::string_view, 6> reasonNames{
    "exited", "signaled", "canceled", "timed-out", "memory-exceeded", "not-executed"};

/// `key=value` pieces, each ended by `end`; keys may repeat.
class Fields
{
public:
    Fields(std::string_view text, char end)
    {
        while (!text.empty()) {
            const std::size_t stop = text.find(end);
            const std::string_view piece = text.substr(0, stop);
            const std::size_t equals = piece.find('=');
            if (stop == std::string_view::npos || equals == std::string_view::npos) {
                m_isWhole = false; // cut off: no writer of ours leaves it so
                return;
            }
            m_fields.emplace(piece.substr(0, equals), piece.substr(equals + 1));
            text.remove_prefix(stop + 1);
        }
    }

    [[nodiscard]] std::string text(const std::string &key)
    {
        const auto field = m_fields.find(key);
        m_isWhole = m_isWhole && field != m_fields.end();
        return field == m_fields.end() ? std::string() : field->second;
    }

    template<typename Number>
    [[nodiscard]] Number number(const std::string &key)
    {
        const std::string value = text(key);
        Number number{};
        const auto [end, failed] = std::from_chars(value.data(), value.data() + value.size(), number);
        m_isWhole = m_isWhole && failed == std::errc() && end == value.data() + value.size();
        return number;
    }

    [[nodiscard]] std::vector<std::string> list(const std::string &key) const
    {
        std::vector<std::string> values;
        for (auto [it, end] = m_fields.equal_range(key); it != end; ++it)
            values.push_back(it->second);
        return values;
    }

    /// False when a field that was asked for was missing or no number.
    [[nodiscard]] bool isWhole() const { return m_isWhole; }

private:
    std::multimap<std::string, std::string> m_fields; // equal keys keep their order
    bool m_isWhole = true;
};

Error damaged(const std::string &what)
{
    return {ErrorKind::Invalid, "attempt.damaged",
        "The " + what + " of this attempt is damaged and cannot be read.", {{"record", what}}, {}};
}

class Lines
{
public:
    explicit Lines(char end)
        : m_end(end)
    {
    }
    void add(const char *key, std::string_view value)
    {
        m_text.append(key).append("=");
        for (const char sign : value) // a path may hold a line break, which would end the field
            m_text.push_back(sign == m_end ? '?' : sign);
        m_text.push_back(m_end);
    }
    template<typename Number>
    requires std::is_integral_v<Number>
    void add(const char *key, Number value) { add(key, std::string_view(std::to_string(value))); }
    void add(const char *key, const std::vector<std::string> &values)
    {
        for (const std::string &value : values)
            add(key, std::string_view(value));
    }
    [[nodiscard]] const std::string &text() const { return m_text; }

private:
    char m_end;
    std::string m_text;
};

bool holdsNul(const LaunchRecord &record)
{
    std::vector<std::string> all{record.uuid, record.folder, record.logFile, record.serviceSocket};
    for (const auto *list : {&record.arguments, &record.environment, &record.restartCommand})
        all.insert(all.end(), list->begin(), list->end());
    for (const std::string &text : all)
        if (text.find('\0') != std::string::npos)
            return true;
    return false;
}

} // namespace

std::string_view name(EndReason reason)
{
    return reasonNames[static_cast<std::size_t>(reason)];
}

Result<std::string> format(const LaunchRecord &record)
{
    if (holdsNul(record)) {
        return Error{ErrorKind::Invalid, "attempt.nul",
            "The command, its environment or a path holds a NUL byte, which no process can be given. Remove "
            "it.",
            {}, {}};
    }
    Lines lines('\0');
    lines.add("uuid", record.uuid);
    lines.add("argument", record.arguments);
    lines.add("environment", record.environment);
    lines.add("folder", record.folder);
    lines.add("log-file", record.logFile);
    lines.add("log-keep-bytes", record.logKeepBytes);
    lines.add("grace-ms", record.graceMs);
    lines.add("timeout-ms", record.timeoutMs);
    lines.add("memory-bytes", record.memoryBytes);
    lines.add("processes", record.processes);
    lines.add("service-socket", record.serviceSocket);
    lines.add("restart-argument", record.restartCommand);
    return lines.text();
}

Result<LaunchRecord> parseLaunchRecord(std::string_view text)
{
    Fields fields(text, '\0');
    LaunchRecord record;
    record.uuid = fields.text("uuid");
    record.arguments = fields.list("argument");
    record.environment = fields.list("environment");
    record.folder = fields.text("folder");
    record.logFile = fields.text("log-file");
    record.logKeepBytes = fields.number<std::uint64_t>("log-keep-bytes");
    record.graceMs = fields.number<std::int64_t>("grace-ms");
    record.timeoutMs = fields.number<std::int64_t>("timeout-ms");
    record.memoryBytes = fields.number<std::uint64_t>("memory-bytes");
    record.processes = fields.number<std::uint64_t>("processes");
    record.serviceSocket = fields.text("service-socket");
    record.restartCommand = fields.list("restart-argument");
    if (!fields.isWhole() || record.arguments.empty())
        return damaged("launch record");
    return record;
}

std::string format(const RunRecord &record)
{
    Lines lines('\n');
    lines.add("boot", record.supervisor.bootId);
    lines.add("supervisor", record.supervisor.pid);
    lines.add("supervisor-start", record.supervisor.startTime);
    lines.add("job", record.job.pid);
    lines.add("job-start", record.job.startTime);
    lines.add("cgroup", record.cgroup);
    lines.add("started-ms", record.startedMs);
    return lines.text();
}

Result<RunRecord> parseRunRecord(std::string_view text)
{
    Fields fields(text, '\n');
    RunRecord record;
    const std::string boot = fields.text("boot");
    record.supervisor
        = {boot, fields.number<pid_t>("supervisor"), fields.number<std::uint64_t>("supervisor-start")};
    record.cgroup = fields.text("cgroup");
    record.job = {boot, fields.number<pid_t>("job"), fields.number<std::uint64_t>("job-start")};
    record.startedMs = fields.number<std::int64_t>("started-ms");
    if (!fields.isWhole())
        return damaged("run record");
    return record;
}

std::string format(const ExitRecord &record)
{
    Lines lines('\n');
    lines.add("reason", name(record.reason));
    lines.add("code", record.code);
    lines.add("signal", record.signal);
    lines.add("errno", record.errorNumber);
    lines.add("failed-path", record.failedPath);
    lines.add("started-ms", record.startedMs);
    lines.add("ended-ms", record.endedMs);
    lines.add("duration-ms", record.durationMs);
    lines.add("cpu-ms", record.cpuMs);
    lines.add("peak-kib", record.peakKib);
    lines.add("strays", record.strays);
    return lines.text();
}

Result<ExitRecord> parseExitRecord(std::string_view text)
{
    Fields fields(text, '\n');
    ExitRecord record;
    const std::string reason = fields.text("reason");
    std::size_t index = 0;
    while (index < reasonNames.size() && reasonNames[index] != reason)
        ++index;
    record.reason = static_cast<EndReason>(index);
    record.code = fields.number<int>("code");
    record.signal = fields.number<int>("signal");
    record.errorNumber = fields.number<int>("errno");
    record.failedPath = fields.text("failed-path");
    record.startedMs = fields.number<std::int64_t>("started-ms");
    record.endedMs = fields.number<std::int64_t>("ended-ms");
    record.durationMs = fields.number<std::int64_t>("duration-ms");
    record.cpuMs = fields.number<std::int64_t>("cpu-ms");
    record.peakKib = fields.number<std::uint64_t>("peak-kib");
    record.strays = fields.number<int>("strays");
    if (!fields.isWhole() || index == reasonNames.size())
        return damaged("exit record");
    return record;
}

} // namespace atelier

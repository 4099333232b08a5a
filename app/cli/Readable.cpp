#include "app/cli/Readable.h"

#include "core/system/Clock.h"

#include <array>
#include <cstdio>
#include <ctime>

namespace atelier::cli {

namespace {

template<typename... Values>
std::string printed(const char *format, Values... values)
{
    std::array<char, 64> buffer{};
    std::snprintf(buffer.data(), buffer.size(), format, values...);
    return buffer.data();
}

std::string localTime(std::int64_t unixMs, const char *format)
{
    const std::time_t seconds = unixMs / 1000;
    std::tm parts{};
    localtime_r(&seconds, &parts);
    std::array<char, 64> buffer{};
    return {buffer.data(), std::strftime(buffer.data(), buffer.size(), format, &parts)};
}

} // namespace

std::string readableBytes(std::uint64_t bytes)
{
    constexpr std::array<const char *, 5> units{"B", "KiB", "MiB", "GiB", "TiB"};
    if (bytes < 1024)
        return std::to_string(bytes) + " B";
    auto value = static_cast<double>(bytes);
    std::size_t unit = 0;
    for (; value >= 1024 && unit + 1 < units.size(); ++unit)
        value /= 1024;
    return printed("%.1f %s", value, units[unit]);
}

std::string readableDuration(std::int64_t ms)
{
    if (ms < 1000)
        return std::to_string(ms) + " ms";
    if (ms < 59'950) // from here on "60.0 s"
        return printed("%.1f s", static_cast<double>(ms) / 1000);
    const std::int64_t seconds = (ms + 500) / 1000;
    if (seconds < 3600)
        return std::to_string(seconds / 60) + " min " + std::to_string(seconds % 60) + " s";
    return std::to_string(seconds / 3600) + " h " + std::to_string(seconds / 60 % 60) + " min";
}

std::string readableTime(std::int64_t unixMs)
{
    return unixMs == 0 ? std::string() : localTime(unixMs, "%Y-%m-%d %H:%M:%S");
}

std::string clockTime(std::int64_t unixMs)
{
    return localTime(unixMs, "%H:%M:%S");
}

std::string readableNumber(const Json &value)
{
    if (value.is_string())
        return value.get<std::string>();
    return value.is_number() ? printed("%.6g", value.get<double>()) : std::string();
}

std::string durationOf(const Json &job)
{
    const std::int64_t started = integerAt(job, "started_ms");
    if (started == 0)
        return {};
    const std::int64_t ended = integerAt(job, "ended_ms");
    const std::int64_t ms = (ended == 0 ? nowMs() : ended) - started;
    return readableDuration(ms < 0 ? 0 : ms);
}

} // namespace atelier::cli

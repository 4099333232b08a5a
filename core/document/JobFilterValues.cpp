#include "core/document/JobFilterValues.h"

#include "core/document/Nearest.h"
#include "core/domain/Job.h"
#include "core/domain/JobStatus.h"
#include "core/domain/Literal.h"
#include "core/domain/Names.h"

#include <array>
#include <cmath>
#include <ctime>
#include <optional>

namespace atelier {

namespace {

constexpr double secondMs = 1000;
constexpr double minuteMs = 60 * secondMs;
constexpr double hourMs = 60 * minuteMs;
constexpr double dayMs = 24 * hourMs;
constexpr double longestMs = 1e6 * dayMs; // further back than any calendar of a machine goes

constexpr std::array<std::pair<std::string_view, double>, 6> units{
    {{"ms", 1}, {"s", secondMs}, {"m", minuteMs}, {"h", hourMs}, {"d", dayMs}, {"w", 7 * dayMs}}};

struct StateWord
{
    std::string_view word;
    std::vector<JobStatus> statuses;
};

const std::vector<StateWord> &stateWords()
{
    using S = JobStatus;
    static const std::vector<StateWord> words{
        {"active", {S::NotStarted, S::Queued, S::Starting, S::Running, S::CancelRequested}},
        {"queued", {S::Queued}}, {"starting", {S::Starting}}, {"running", {S::Running}},
        {"cancelrequested", {S::CancelRequested}}, {"completed", {S::Completed}}, {"failed", {S::Failed}},
        {"canceled", {S::Canceled}}, {"skipped", {S::Skipped}}, {"notstarted", {S::NotStarted}}};
    return words;
}

/// `1h30m` in milliseconds.
std::optional<double> durationOf(std::string_view text)
{
    if (text.empty())
        return std::nullopt;
    double total = 0;
    while (!text.empty()) {
        const std::size_t digits = text.find_first_not_of("0123456789.");
        if (digits == 0 || digits == std::string_view::npos)
            return std::nullopt;
        const auto number = numberFromText(text.substr(0, digits));
        text.remove_prefix(digits);
        const std::size_t letters = std::min(text.find_first_of("0123456789."), text.size());
        const std::string unit = lowerCase(text.substr(0, letters));
        const auto known = std::find_if(
            units.begin(), units.end(), [&](const auto &candidate) { return candidate.first == unit; });
        if (!number || known == units.end())
            return std::nullopt;
        total += *number * known->second;
        text.remove_prefix(letters);
    }
    return total <= longestMs ? std::optional(total) : std::nullopt;
}

std::int64_t midnight(std::tm day, int daysLater)
{
    day.tm_mday += daysLater;
    day.tm_hour = day.tm_min = day.tm_sec = 0;
    day.tm_isdst = -1; // a day may have 23 or 25 hours
    return static_cast<std::int64_t>(std::mktime(&day)) * 1000;
}

TimeSpan wholeDay(const std::tm &day, int daysLater)
{
    return {midnight(day, daysLater), midnight(day, daysLater + 1)};
}

std::optional<std::tm> dateOf(const std::string &text)
{
    std::tm day{};
    const char *end = strptime(text.c_str(), "%Y-%m-%d", &day);
    if (end == nullptr || *end != '\0')
        return std::nullopt;
    const std::tm written = day;
    if (std::mktime(&day) == -1 || day.tm_mday != written.tm_mday) // the 31st of a month that has none
        return std::nullopt;
    return written;
}

/// A day, or a moment as a span without length.
std::optional<TimeSpan> spanOf(std::string_view written, std::int64_t nowMs)
{
    const std::time_t seconds = static_cast<std::time_t>(nowMs / 1000);
    std::tm today{};
    localtime_r(&seconds, &today);
    const std::string text = lowerCase(written);
    if (text == "today")
        return wholeDay(today, 0);
    if (text == "yesterday")
        return wholeDay(today, -1);
    if (const auto day = dateOf(text))
        return wholeDay(*day, 0);
    const auto ago = durationOf(text.rfind('-', 0) == 0 ? std::string_view(text).substr(1) : text);
    if (!ago)
        return std::nullopt;
    const std::int64_t moment = nowMs - std::llround(*ago);
    return TimeSpan{moment, moment};
}

Result<void> addTime(JobCondition &condition, std::string_view written, std::int64_t nowMs)
{
    const auto span = spanOf(written, nowMs);
    if (!span)
        return invalidJobFilter("filter.value",
            "'" + excerpt(written)
                + "' is no time. Write today, yesterday, a date such as 2026-01-31, or how long ago: 30m, "
                  "12h, "
                  "2d, 1w.");
    constexpr std::int64_t ever = std::numeric_limits<std::int64_t>::max();
    switch (condition.comparison) {
    case JobComparison::Equal:
        if (span->fromMs == span->toMs)
            return invalidJobFilter("filter.operator",
                "'" + excerpt(written) + "' is one moment. Write created>" + std::string(written)
                    + " for the jobs since, or created<" + std::string(written) + " for those before.");
        condition.times.push_back(*span);
        break;
    case JobComparison::Less:
        condition.times.push_back({0, span->fromMs});
        break;
    case JobComparison::LessEqual:
        condition.times.push_back({0, span->toMs});
        break;
    case JobComparison::Greater:
        condition.times.push_back({span->toMs, ever});
        break;
    case JobComparison::GreaterEqual:
        condition.times.push_back({span->fromMs, ever});
        break;
    }
    return {};
}

Result<void> addState(JobCondition &condition, std::string_view written)
{
    const std::string text = lowerCase(written);
    for (const StateWord &word : stateWords()) {
        if (word.word != text)
            continue;
        for (const JobStatus status : word.statuses)
            condition.texts.emplace_back(name(status));
        return {};
    }
    return invalidJobFilter("filter.value",
        "There is no state '" + excerpt(written) + "'." + didYouMean(text, jobStateWords())
            + " The states are: " + listOf(jobStateWords()) + ".");
}

Result<void> addType(JobCondition &condition, std::string_view written)
{
    const std::string text = lowerCase(written);
    for (const std::string_view word : jobTypeWords()) {
        if (word != text)
            continue;
        condition.texts.emplace_back(text);
        return {};
    }
    return invalidJobFilter("filter.value",
        "There is no type '" + excerpt(written) + "'." + didYouMean(text, jobTypeWords())
            + " The types are: " + listOf(jobTypeWords()) + ".");
}

Result<void> addNumber(JobCondition &condition, std::string_view written)
{
    const auto number = numberFromText(written);
    if (!number)
        return invalidJobFilter("filter.value",
            "'" + excerpt(written) + "' is no number, and " + condition.key
                + " is compared with one. Write it as 0.9 or 1e-4.");
    condition.numbers.push_back(*number);
    return {};
}

Result<void> addDuration(JobCondition &condition, std::string_view written)
{
    const auto duration = durationOf(written);
    if (!duration)
        return invalidJobFilter(
            "filter.value", "'" + excerpt(written) + "' is no duration. Write 90s, 10m, 1h30m or 2d.");
    condition.numbers.push_back(*duration);
    return {};
}

} // namespace

std::vector<std::string_view> jobStateWords()
{
    std::vector<std::string_view> words;
    for (const StateWord &word : stateWords())
        words.push_back(word.word);
    return words;
}

std::vector<std::string_view> jobTypeWords()
{
    return {name(JobType::Command), name(JobType::Pipeline), name(JobType::Interactive)};
}

Result<void> addJobFilterValue(
    JobCondition &condition, JobFilterField::Kind kind, std::string_view written, std::int64_t nowMs)
{
    if (condition.field == JobField::State)
        return addState(condition, written);
    if (condition.field == JobField::Type)
        return addType(condition, written);
    if (kind == JobFilterField::Kind::Time)
        return addTime(condition, written, nowMs);
    if (kind == JobFilterField::Kind::Duration)
        return addDuration(condition, written);
    const bool bySize
        = condition.field == JobField::Parameter && condition.comparison != JobComparison::Equal;
    if (kind == JobFilterField::Kind::Number || bySize)
        return addNumber(condition, written);
    condition.texts.emplace_back(written);
    return {};
}

Error invalidJobFilter(std::string code, std::string sentence)
{
    return {ErrorKind::Invalid, std::move(code), std::move(sentence), {}, {}};
}

} // namespace atelier

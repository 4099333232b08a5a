#include "core/domain/JobSummaryOrder.h"

#include "core/domain/Literal.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>
#include <utility>

namespace atelier {

namespace {

/// -1, 0 or 1.
template<typename T>
int compared(const T &one, const T &other)
{
    return one < other ? -1 : other < one ? 1 : 0;
}

/// What is absent comes last whichever the direction, so it is told apart from it.
template<typename T>
std::pair<int, bool> comparedIfThere(const std::optional<T> &one, const std::optional<T> &other)
{
    if (one && other)
        return {compared(*one, *other), false};
    return {compared(!one, !other), true};
}

std::optional<double> metricOf(const JobSummary &job, std::string_view key)
{
    const auto found = job.metrics.find(key);
    if (found == job.metrics.end() || std::isnan(found->second))
        return std::nullopt;
    return found->second;
}

/// As a number first, which all other texts are 0 as.
std::optional<std::pair<double, std::string>> sortedParameter(const JobSummary &job, std::string_view key)
{
    const std::string *text = parameterOf(job, key);
    if (text == nullptr)
        return std::nullopt;
    return std::pair(numberFromText(*text).value_or(0), *text);
}

std::pair<int, bool> comparedBy(
    const JobSummary &one, const JobSummary &other, std::string_view field, std::int64_t nowMs)
{
    if (field.rfind("metric.", 0) == 0)
        return comparedIfThere(metricOf(one, field.substr(7)), metricOf(other, field.substr(7)));
    if (field.rfind("param.", 0) == 0)
        return comparedIfThere(
            sortedParameter(one, field.substr(6)), sortedParameter(other, field.substr(6)));
    if (field == "duration")
        return comparedIfThere(durationOf(one, nowMs), durationOf(other, nowMs));
    if (field == "name")
        return {compared(one.name, other.name), false};
    if (field == "display_name")
        return {compared(one.displayName, other.displayName), false};
    if (field == "status")
        return {compared(name(one.status), name(other.status)), false};
    if (field == "experiment")
        return {compared(one.experiment, other.experiment), false};
    return {compared(one.createdMs, other.createdMs), false};
}

} // namespace

bool isBefore(const JobSummary &one, const JobSummary &other, const std::string &order, std::int64_t nowMs)
{
    const std::size_t space = order.rfind(' ');
    const bool isDescending = order.empty() || order.compare(std::min(space, order.size()), 5, " desc") == 0;
    const auto [difference, isAbsence]
        = comparedBy(one, other, std::string_view(order).substr(0, space), nowMs);
    if (difference != 0)
        return (difference < 0) != (isDescending && !isAbsence);
    return one.createdMs > other.createdMs;
}

} // namespace atelier

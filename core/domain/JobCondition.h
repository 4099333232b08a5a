#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace atelier {

/// What a condition on jobs is about.
enum class JobField {
    Text, ///< found anywhere in name, display name or description, letter case ignored (ASCII)
    State,
    Experiment,
    Type,
    User,
    Compute,
    Tag,
    Parameter,
    Metric, ///< the latest value; of a pipeline that of its last step which has one
    Created,
    Duration, ///< milliseconds from the start to the end, or to now
};

enum class JobComparison { Equal, Less, LessEqual, Greater, GreaterEqual };

/// From `fromMs` on and before `toMs`, Unix time.
struct TimeSpan
{
    std::int64_t fromMs = 0;
    std::int64_t toMs = std::numeric_limits<std::int64_t>::max();

    bool operator==(const TimeSpan &) const = default;
};

/// One condition of a job filter. One of its values is enough; which list holds them depends on the field.
struct JobCondition
{
    JobField field = JobField::Text;
    std::string key; ///< of a tag, parameter or metric; of a tag without one its values are keys
    JobComparison comparison = JobComparison::Equal;
    std::vector<std::string> texts; ///< states and types by the names they are kept by
    std::vector<double> numbers; ///< metrics, durations, and parameters that are compared by size
    std::vector<TimeSpan> times; ///< Created
    bool isNegated = false;

    bool operator==(const JobCondition &) const = default;
};

} // namespace atelier

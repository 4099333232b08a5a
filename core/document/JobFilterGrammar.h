#pragma once

#include "core/base/Result.h"
#include "core/domain/JobCondition.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace atelier {

// The filter of a list of jobs in one line: `state:failed,canceled metric.auc>0.9 created>2d -tag:draft
// wine`. All conditions must hold; a minus or `not` before one turns it round; a word without a field is
// looked for in names and descriptions. A time such as `2d` is the moment two days ago, so `created>2d` are
// the jobs since.

/// What can stand before the operator.
struct JobFilterField
{
    enum class Kind { Word, Number, Time, Duration };

    std::string_view name; ///< `state`
    JobField field;
    Kind kind;
    bool takesKey = false; ///< `metric.auc`
    std::vector<std::string_view> otherNames = {};
};
[[nodiscard]] const std::vector<JobFilterField> &jobFilterFields();

/// What `state:` knows: `failed`, and `active` for all that is not finished.
[[nodiscard]] std::vector<std::string_view> jobStateWords();
/// What `type:` knows.
[[nodiscard]] std::vector<std::string_view> jobTypeWords();

/// Where the parts of a condition stand, in bytes of the filter.
struct JobFilterPlace
{
    std::size_t begin = 0; ///< of a minus or `not` before it
    std::size_t operatorBegin = 0; ///< as long as `valueBegin` for a word without a field
    std::size_t valueBegin = 0;
    std::size_t end = 0;

    bool operator==(const JobFilterPlace &) const = default;
};

struct ParsedJobFilter
{
    std::vector<JobCondition> conditions;
    std::vector<JobFilterPlace> places; ///< of each condition

    bool operator==(const ParsedJobFilter &) const = default;
};

constexpr std::size_t longestJobFilter = 2000; ///< bytes: it has to fit into an address

/// An error says what to write instead; its column counts characters from 1. `nowMs` is what times without a
/// date count from, in the machine's own time zone.
[[nodiscard]] Result<ParsedJobFilter> parseJobFilter(std::string_view text, std::int64_t nowMs);

/// A field as a condition begins with it, its key taken off: `param."learning rate"`.
struct NamedJobField
{
    const JobFilterField *field = nullptr; ///< never null in an answer
    std::string key;
};
[[nodiscard]] Result<NamedJobField> parseJobField(std::string_view written);

/// A value as it has to be written in a filter: quoted where it needs that.
[[nodiscard]] std::string jobFilterValue(std::string_view value);

} // namespace atelier

#pragma once

#include "core/base/Result.h"
#include "core/domain/JobCondition.h"

#include <cstdint>
#include <string>
#include <vector>

namespace atelier {

class Database;

/// Something that jobs are filtered by, and how many jobs have it. Jobs that are no steps and were not
/// deleted are counted; a pipeline has the metrics of its steps.
struct JobFacet
{
    JobField field = JobField::Text;
    std::string text; ///< a key of tags, parameters or metrics; or a value
    std::int64_t jobs = 0;

    bool operator==(const JobFacet &) const = default;
};

/// The keys of tags, parameters and metrics that hold `text`, most used first, at most `limit` of each.
[[nodiscard]] Result<std::vector<JobFacet>> jobKeys(
    Database &database, const std::string &text, std::int64_t limit);

/// The values of a field that hold `text`, most used first, at most `limit`; of a tag or parameter those of
/// `key`. Numbers and times have none.
[[nodiscard]] Result<std::vector<JobFacet>> jobValues(
    Database &database, JobField field, const std::string &key, const std::string &text, std::int64_t limit);

} // namespace atelier

#pragma once

#include "core/base/Result.h"
#include "core/domain/JobCondition.h"
#include "core/storage/JobRepository.h"
#include "core/storage/Value.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace atelier {

class Database;

/// Where a page of a list ended: what its last job was sorted by, and the job itself.
struct JobListPlace
{
    std::vector<Value> values; ///< of the columns of its order
    std::string job; ///< its name

    bool operator==(const JobListPlace &) const = default;
};

/// Which jobs, in which order, which page of them. Empty means any.
struct JobQuery
{
    enum class Sort { Created, Name, DisplayName, Status, Experiment, Ended, Duration, Metric, Parameter };
    enum class Lifecycle { Active, Deleted, Any };

    std::vector<JobCondition> conditions; ///< all hold
    std::vector<JobStatus> statuses;
    std::vector<JobType> types;
    std::vector<std::int64_t> experimentIds;
    std::string user;
    std::string text; ///< found anywhere in name, display name or description, letter case ignored (ASCII)
    std::vector<std::string> among; ///< names: these jobs, and the pipelines whose steps they are
    std::optional<std::int64_t> parentId;
    bool topLevelOnly = false;
    Lifecycle lifecycle = Lifecycle::Active;
    bool isGrouped = false; ///< by experiment, the one that was used last first; then sorted
    Sort sort = Sort::Created;
    std::string sortKey; ///< of Metric and Parameter
    bool descending = true;
    std::int64_t nowMs = 0; ///< what a running job's duration is measured to
    std::int64_t limit = 100;
    std::int64_t offset = 0;
    std::optional<JobListPlace> after; ///< where the page before ended, of a query that is equal otherwise
};

struct JobPage
{
    std::vector<JobRow> rows; ///< documents left empty
    std::int64_t total = 0; ///< of all pages
    std::optional<JobListPlace> end; ///< where it ended; nothing where no job comes after it
};

/// A page of jobs: filtered, sorted and cut in SQL; jobs that are equal in the order come newest first, those
/// without what is sorted by come last.
[[nodiscard]] Result<JobPage> listJobs(Database &database, const JobQuery &query);

/// Names of what a list without steps shows of the jobs of these names: themselves, or their pipelines.
[[nodiscard]] Result<std::vector<std::string>> shownFor(
    Database &database, const std::vector<std::string> &names);

/// How many there are on all pages.
[[nodiscard]] Result<std::int64_t> countJobs(Database &database, const JobQuery &query);

} // namespace atelier

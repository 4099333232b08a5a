#pragma once

#include "core/base/Result.h"
#include "core/storage/JobRepository.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace atelier {

class Database;

/// Which jobs, in which order, which page of them. Empty means any.
struct JobQuery
{
    enum class Sort { Created, Name, DisplayName, Status, Experiment, Ended, Duration };
    enum class Lifecycle { Active, Deleted, Any };

    std::vector<JobStatus> statuses;
    std::vector<JobType> types;
    std::vector<std::int64_t> experimentIds;
    std::string user;
    std::string text; ///< found anywhere in name, display name or description, letter case ignored (ASCII)
    std::optional<std::int64_t> parentId;
    bool topLevelOnly = false;
    Lifecycle lifecycle = Lifecycle::Active;
    Sort sort = Sort::Created;
    bool descending = true;
    std::int64_t nowMs = 0; ///< what a running job's duration is measured to
    std::int64_t limit = 100;
    std::int64_t offset = 0;
};

struct JobPage
{
    std::vector<JobRow> rows; ///< documents left empty
    std::int64_t total = 0; ///< of all pages
};

/// A page of jobs: filtered, sorted and cut in SQL; jobs that are equal in the order come newest first.
[[nodiscard]] Result<JobPage> listJobs(Database &database, const JobQuery &query);

} // namespace atelier

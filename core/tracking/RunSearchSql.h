#pragma once

#include "core/base/Result.h"
#include "core/document/FilterGrammar.h"
#include "core/tracking/SqlPart.h"

#include <string>
#include <vector>

namespace atelier {

/// What runs are searched for.
struct RunCriteria
{
    std::vector<std::int64_t> experimentIds;
    std::vector<FilterClause> clauses; ///< all must hold
    std::vector<OrderItem> order; ///< then latest start first, then by run id
    std::string stages; ///< SQL: `('active')`
};

/// SELECTs the ids of the jobs' rows; LIMIT can be appended.
[[nodiscard]] Result<SqlPart> runSearchSql(const RunCriteria &criteria);

} // namespace atelier

#pragma once

#include "core/base/Json.h"
#include "core/base/Result.h"
#include "core/tracking/MlflowFields.h"
#include "core/tracking/SqlPart.h"

#include <cstdint>
#include <string>
#include <vector>

namespace atelier {

class Database;

/// Which part of what a search finds is asked for, and in which state of its life.
struct SearchPage
{
    std::int64_t limit = 1000;
    std::int64_t offset = 0;
    std::string stages; ///< SQL: `('active')`
};

/// Reads max_results, page_token and the view type at `viewKey`; what is wrong is noted in `fields`.
[[nodiscard]] SearchPage parseSearchPage(MlflowFields &fields, const Json &request, const char *viewKey);

/// Runs `statement`, which ends with its ORDER BY, for one page of row ids; `next` becomes the token of the
/// page after it, or "".
[[nodiscard]] Result<std::vector<std::int64_t>> pageOfIds(
    Database &database, SqlPart statement, const SearchPage &page, std::string &next);

} // namespace atelier

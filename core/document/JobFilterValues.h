#pragma once

#include "core/base/Result.h"
#include "core/document/JobFilterGrammar.h"

namespace atelier {

/// Puts what is written behind the operator of a condition into its list of values. An error has no place.
[[nodiscard]] Result<void> addJobFilterValue(
    JobCondition &condition, JobFilterField::Kind kind, std::string_view written, std::int64_t nowMs);

[[nodiscard]] Error invalidJobFilter(std::string code, std::string sentence);

} // namespace atelier

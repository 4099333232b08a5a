#pragma once

#include "core/base/Result.h"
#include "core/storage/KeyValue.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace atelier {

class Database;

/// Parameters of jobs: written once, never changed.
class ParameterRepository
{
public:
    /// The same value again is success. A different one is a Conflict (`parameter.changed`) that writes
    /// nothing and carries the value that is there as the argument `old`.
    [[nodiscard]] static Result<void> insert(
        Database &database, std::int64_t jobId, std::string_view key, std::string_view value);
    [[nodiscard]] static Result<std::optional<std::string>> find(
        Database &database, std::int64_t jobId, std::string_view key);
    [[nodiscard]] static Result<std::vector<KeyValue>> ofJob(
        Database &database, std::int64_t jobId); ///< by key
};

} // namespace atelier

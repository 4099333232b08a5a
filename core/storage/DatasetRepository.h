#pragma once

#include "core/base/Result.h"
#include "core/storage/KeyValue.h"

#include <cstdint>
#include <string>
#include <vector>

namespace atelier {

class Database;

/// A dataset as a run logs that it used it.
struct DatasetRow
{
    std::string name;
    std::string digest;
    std::string sourceType;
    std::string source;
    std::string schema;
    std::string profile;

    bool operator==(const DatasetRow &) const = default;
};

struct DatasetInput
{
    DatasetRow dataset;
    std::vector<KeyValue> tags; ///< by key

    bool operator==(const DatasetInput &) const = default;
};

/// Datasets that runs used; one row for each (experiment, name, digest).
class DatasetRepository
{
public:
    /// Repeating an input is success; its tags are set anew.
    [[nodiscard]] static Result<void> log(
        Database &database, std::int64_t experimentId, std::int64_t jobId, const DatasetInput &input);
    [[nodiscard]] static Result<std::vector<DatasetInput>> ofJob(Database &database, std::int64_t jobId);
};

} // namespace atelier

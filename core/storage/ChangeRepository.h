#pragma once

#include "core/base/Result.h"
#include "core/storage/Change.h"

#include <cstdint>
#include <vector>

namespace atelier {

class Database;

/// The change feed on disk; the Writer appends to it.
class ChangeRepository
{
public:
    /// Sets the change's sequence.
    [[nodiscard]] static Result<void> append(Database &database, Change &change);
    [[nodiscard]] static Result<std::vector<Change>> after(
        Database &database, std::int64_t sequence, std::int64_t limit);
    /// The first sequence that is still kept; 0 where nothing ever changed. Who saw less than the one before
    /// it missed something.
    [[nodiscard]] static Result<std::int64_t> oldest(Database &database);
    [[nodiscard]] static Result<std::int64_t> newest(Database &database);
    /// Keeps the last `keep` entries.
    [[nodiscard]] static Result<void> prune(Database &database, std::int64_t keep = 100'000);
};

} // namespace atelier

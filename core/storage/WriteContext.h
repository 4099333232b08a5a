#pragma once

#include "core/base/Result.h"
#include "core/storage/Change.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace atelier {

class Database;

/// What a work of the Writer sees: the connection inside its open transaction, and the change feed.
class WriteContext
{
public:
    WriteContext(Database &database, std::int64_t nowMs)
        : m_database(database)
        , m_nowMs(nowMs)
    {
    }

    [[nodiscard]] Database &database() { return m_database; }
    /// Unix time, the same for all works of one commit.
    [[nodiscard]] std::int64_t nowMs() const { return m_nowMs; }
    /// Tells the change feed; the same thing said twice in one commit is one change.
    void changed(std::string_view kind, std::string_view name, std::string_view what);

    // For the Writer:
    void beginWork() { m_mark = m_changes.size(); }
    /// Takes back what the work said that began last.
    void forgetLastWork();
    /// Appends what was said to the feed, and answers it with its sequences.
    [[nodiscard]] Result<std::vector<Change>> writeChanges();

private:
    Database &m_database;
    std::int64_t m_nowMs;
    std::vector<Change> m_changes; ///< in the order said
    std::size_t m_mark = 0;
};

} // namespace atelier

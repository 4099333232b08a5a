#pragma once

#include "core/base/Result.h"
#include "core/domain/WorkspaceLayout.h"
#include "core/storage/ReaderPool.h"
#include "core/storage/Writer.h"

#include <cstdint>
#include <string>
#include <vector>

namespace atelier {

/// Jobs that were deleted longer ago than they can be restored.
class ExpiredJobs
{
public:
    /// All must outlive it.
    ExpiredJobs(const WorkspaceLayout &layout, Writer &writer, ReaderPool &readers)
        : m_layout(layout)
        , m_writer(writer)
        , m_readers(readers)
    {
    }

    /// Removes their folders, then their rows; what an interruption leaves is taken up the next time. Blocks.
    [[nodiscard]] Result<void> remove(std::int64_t nowMs);

private:
    [[nodiscard]] Result<void> removeOne(std::int64_t id);
    [[nodiscard]] Result<void> removeFolders(const std::vector<std::string> &names);

    const WorkspaceLayout &m_layout;
    Writer &m_writer;
    ReaderPool &m_readers;
};

} // namespace atelier

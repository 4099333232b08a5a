#pragma once

#include "core/log/LogFile.h"

#include <cstdint>
#include <string>
#include <vector>

namespace atelier {

/// How many newlines stand in each of several blocks of a file that follow one another.
struct BlockCounts
{
    std::vector<std::uint64_t> newlines;
    std::string end; ///< the last bytes of the last block
};

/// Counts in whole blocks of the LineTable from `offset` on, with a second thread; nothing where the file
/// ends before. `endSize` is at most a block.
[[nodiscard]] BlockCounts countBlocks(
    const LogFile &file, std::uint64_t offset, std::size_t blocks, std::size_t endSize);

} // namespace atelier

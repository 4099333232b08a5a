#include "core/log/BlockCounts.h"

#include "core/log/LineTable.h"
#include "core/log/NewlineCount.h"

#include <algorithm>
#include <atomic>
#include <optional>
#include <system_error>
#include <thread>

namespace atelier {

namespace {

constexpr std::size_t blocksAtOnce = 2; // a buffer that stays in the cache of its core

} // namespace

// Most of the time goes into copying from the page cache, which two cores do twice as fast.
BlockCounts countBlocks(const LogFile &file, std::uint64_t offset, std::size_t blocks, std::size_t endSize)
{
    constexpr auto blockSize = static_cast<std::size_t>(LineTable::blockSize);
    BlockCounts counts{std::vector<std::uint64_t>(blocks), {}};
    std::atomic<std::size_t> next = 0;
    std::atomic<bool> isCut = false;
    const auto work = [&] {
        std::vector<char> buffer(blocksAtOnce * blockSize);
        for (std::size_t first = next.fetch_add(blocksAtOnce); first < blocks && !isCut;
             first = next.fetch_add(blocksAtOnce)) {
            const std::size_t end = std::min(first + blocksAtOnce, blocks);
            buffer.resize((end - first) * blockSize);
            const std::string_view bytes = file.read(offset + first * blockSize, buffer);
            if (bytes.size() < buffer.size()) {
                isCut = true;
                return;
            }
            for (std::size_t block = first; block < end; ++block)
                counts.newlines[block] = countNewlines(bytes.substr((block - first) * blockSize, blockSize));
            if (end == blocks)
                counts.end = bytes.substr(bytes.size() - endSize);
        }
    };
    {
        std::optional<std::jthread> other;
        try {
            other.emplace(work);
        } catch (const std::system_error &) {
            // Where no thread is to be had one is enough.
        }
        work();
    }
    return isCut ? BlockCounts() : counts;
}

} // namespace atelier

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace atelier {

/// Where the lines of a growing file start, sparsely: how many newlines stand before each block of 64 KiB.
/// Takes 8 bytes a block, however many lines there are.
class LineTable
{
public:
    static constexpr std::uint64_t blockSize = std::uint64_t{64} << 10;

    /// Where to look for a line's start: behind the `newlines`-th newline from `offset` on, which lies in
    /// that block.
    struct Place
    {
        std::uint64_t offset = 0;
        std::uint64_t newlines = 0;
    };

    void clear();
    /// The bytes that follow those of the last call.
    void append(std::string_view bytes);
    /// So, for whole blocks whose newlines have been counted; `bytes()` must be the start of a block.
    void append(const std::vector<std::uint64_t> &newlinesOfBlocks, bool isLineEnded);

    [[nodiscard]] std::uint64_t bytes() const { return m_bytes; }
    [[nodiscard]] std::uint64_t newlines() const { return m_newlines; }
    /// An end without newline is a line as well.
    [[nodiscard]] std::uint64_t lines() const { return m_newlines + (m_bytes > 0 && !m_lineEnded ? 1 : 0); }
    /// For a line up to `newlines()`.
    [[nodiscard]] Place placeOf(std::uint64_t line) const;
    /// The newlines before the block that holds `offset`.
    [[nodiscard]] std::uint64_t newlinesBefore(std::uint64_t offset) const;

private:
    std::vector<std::uint64_t> m_before; ///< for each block that has begun
    std::uint64_t m_bytes = 0;
    std::uint64_t m_newlines = 0;
    bool m_lineEnded = false;
};

} // namespace atelier

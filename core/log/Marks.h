#pragma once

#include "core/log/Level.h"

#include <cstdint>
#include <vector>

namespace atelier {

/// Lines worth seeing in a ruler beside a whole file: exact up to 4096 of them, then ever coarser, so that
/// the memory stays bounded.
class Marks
{
public:
    struct Mark
    {
        std::uint64_t line = 0;
        Level level = Level::None; ///< the gravest of those that it stands for
    };

    /// Lines in rising order; one that was added already changes nothing.
    void add(std::uint64_t line, Level level = Level::None);
    [[nodiscard]] const std::vector<Mark> &all() const { return m_marks; }

private:
    void append(std::uint64_t line, Level level);

    std::vector<Mark> m_marks;
    std::uint64_t m_spacing = 1; ///< one mark for so many lines
};

} // namespace atelier

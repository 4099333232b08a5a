#pragma once

#include <cstdint>

namespace atelier::test {

/// What the process that is going to be killed says on its pipe.
struct KillRecord
{
    static constexpr std::int64_t acknowledged = 1;
    static constexpr std::int64_t announced = 2;

    std::int64_t kind;
    std::int64_t number; ///< of the work, or the change feed's newest sequence
};

} // namespace atelier::test

#include "core/system/Clock.h"

#include <chrono>

namespace atelier {

namespace {

template<typename Clock>
std::int64_t millisecondsOf()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now().time_since_epoch()).count();
}

} // namespace

std::int64_t nowMs()
{
    return millisecondsOf<std::chrono::system_clock>();
}

std::int64_t steadyMs()
{
    return millisecondsOf<std::chrono::steady_clock>();
}

} // namespace atelier

#include "tests/bench/support/Measure.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <ctime>

namespace atelier::test {

void Durations::add(const Durations &others)
{
    m_milliseconds.insert(m_milliseconds.end(), others.m_milliseconds.begin(), others.m_milliseconds.end());
}

double Durations::quantile(double share) const
{
    if (m_milliseconds.empty())
        return 0;
    std::vector<double> sorted = m_milliseconds;
    std::sort(sorted.begin(), sorted.end());
    const double place = share * static_cast<double>(sorted.size() - 1);
    return sorted[static_cast<std::size_t>(std::lround(place))];
}

double millisecondsFor(const std::function<void()> &work)
{
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

Durations measure(const std::function<void()> &work, int rounds)
{
    for (int i = 0; i < 3; ++i)
        work();
    Durations durations;
    for (int i = 0; i < rounds; ++i)
        durations.add(millisecondsFor(work));
    return durations;
}

double processorMilliseconds()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

} // namespace atelier::test

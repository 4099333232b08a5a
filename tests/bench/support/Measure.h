#pragma once

#include <functional>
#include <vector>

namespace atelier::test {

/// Durations in milliseconds, and what is usually told of them.
class Durations
{
public:
    void add(double milliseconds) { m_milliseconds.push_back(milliseconds); }
    void add(const Durations &others);
    [[nodiscard]] double median() const { return quantile(0.5); }
    [[nodiscard]] double quantile(double share) const;

private:
    std::vector<double> m_milliseconds;
};

/// Milliseconds that `work` takes.
[[nodiscard]] double millisecondsFor(const std::function<void()> &work);

/// Repeats `work` a few times for warm-up and then `rounds` times measured.
[[nodiscard]] Durations measure(const std::function<void()> &work, int rounds = 20);

/// Processor time of this process so far, all threads, in milliseconds.
[[nodiscard]] double processorMilliseconds();

} // namespace atelier::test

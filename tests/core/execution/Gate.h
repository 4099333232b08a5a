#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>

namespace atelier::test {

/// Where other threads wait until the test lets them go on. Thread-safe.
class Gate
{
public:
    ~Gate() { open(); }

    void pass(); ///< waits until it is open, 10 s at most
    void waitForSomebody(int count = 1); ///< until so many have come; fails the test after 10 s
    void open();

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    int m_came = 0;
    bool m_isOpen = false;
};

/// Looks every few milliseconds, for 10 s at most: for what nobody reports.
[[nodiscard]] bool eventually(const std::function<bool()> &condition);

} // namespace atelier::test

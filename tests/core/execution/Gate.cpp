#include "tests/core/execution/Gate.h"

#include <gtest/gtest.h>

#include <chrono>
#include <thread>

namespace atelier::test {

namespace {

constexpr std::chrono::seconds patience{10};

} // namespace

void Gate::pass()
{
    std::unique_lock lock(m_mutex);
    ++m_came;
    m_changed.notify_all();
    m_changed.wait_for(lock, patience, [this] { return m_isOpen; });
}

void Gate::waitForSomebody(int count)
{
    std::unique_lock lock(m_mutex);
    EXPECT_TRUE(m_changed.wait_for(lock, patience, [&] { return m_came >= count; })) << "nobody came";
}

void Gate::open()
{
    const std::lock_guard lock(m_mutex);
    m_isOpen = true;
    m_changed.notify_all();
}

bool eventually(const std::function<bool()> &condition)
{
    const auto deadline = std::chrono::steady_clock::now() + patience;
    while (std::chrono::steady_clock::now() < deadline) {
        if (condition())
            return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    return condition();
}

} // namespace atelier::test

#pragma once

#include "core/compute/Driver.h"
#include "tests/support/TemporaryFolder.h"

#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <string>

namespace atelier::test {

/// Counts what a driver reports and lets a test wait for the next report. Thread-safe.
class AttemptObserver
{
public:
    [[nodiscard]] AttemptChanged callback();

    /// Observes again after every report until the phase is reached; the last state seen, after at most 20 s.
    [[nodiscard]] AttemptState waitFor(
        Driver &driver, const AttemptReference &attempt, AttemptState::Phase phase);
    [[nodiscard]] int reportsOf(const std::string &uuid) const;

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_reported;
    std::map<std::string, int> m_reports;
};

/// An attempt of its own below `folder`, with a short grace and this process's environment.
[[nodiscard]] AttemptLaunch makeLaunch(const TemporaryFolder &folder, const std::string &command);

/// Waits up to `patience` for a condition, looking every few milliseconds: for what nobody reports.
template<typename Condition>
[[nodiscard]] bool eventually(
    Condition condition, std::chrono::milliseconds patience = std::chrono::seconds(10));

[[nodiscard]] bool eventuallyTrue(bool (*look)(void *), void *context, std::chrono::milliseconds patience);

template<typename Condition>
bool eventually(Condition condition, std::chrono::milliseconds patience)
{
    return eventuallyTrue(
        [](void *context) { return (*static_cast<Condition *>(context))(); }, &condition, patience);
}

} // namespace atelier::test

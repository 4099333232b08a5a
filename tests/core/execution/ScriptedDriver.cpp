#include "tests/core/execution/ScriptedDriver.h"

#include <gtest/gtest.h>

#include <chrono>

namespace atelier::test {

namespace {

constexpr std::chrono::seconds patience{10};

/// `jobs/<name>/attempts/<uuid>`
std::string jobOf(const AttemptReference &attempt)
{
    return attempt.folder.parent_path().parent_path().filename();
}

AttemptState running()
{
    AttemptState state;
    state.phase = AttemptState::Phase::Running;
    state.run.emplace().startedMs = 1000;
    return state;
}

} // namespace

void ScriptedDriver::setListener(AttemptChanged changed)
{
    const std::lock_guard lock(m_listening);
    m_changed = std::move(changed);
}

void ScriptedDriver::tell(const std::string &uuid)
{
    const std::lock_guard lock(m_listening);
    if (m_changed)
        m_changed(uuid);
}

void ScriptedDriver::refuseToLaunch(const std::string &job, const Error &error)
{
    const std::lock_guard lock(m_mutex);
    m_refusals[job] = error;
}

void ScriptedDriver::giveUp(const std::string &job, int supervisorCode)
{
    const std::lock_guard lock(m_mutex);
    m_givingUp[job] = supervisorCode;
}

void ScriptedDriver::launchSilently(const std::string &job)
{
    const std::lock_guard lock(m_mutex);
    m_silent.insert(job);
}

void ScriptedDriver::publish(const std::string &job)
{
    change(job, running());
}

void ScriptedDriver::end(const std::string &job, const ExitRecord &record)
{
    AttemptState state;
    state.phase = AttemptState::Phase::Ended;
    state.exit = record;
    change(job, state);
}

void ScriptedDriver::exit(const std::string &job, int code)
{
    ExitRecord record;
    record.code = code;
    record.startedMs = 1000;
    record.endedMs = 3500;
    record.durationMs = 2500;
    end(job, record);
}

void ScriptedDriver::lose(const std::string &job, AttemptState::LostReason reason)
{
    AttemptState state;
    state.phase = AttemptState::Phase::Lost;
    state.lostReason = reason;
    change(job, state);
}

void ScriptedDriver::change(const std::string &job, const AttemptState &state)
{
    std::string uuid;
    {
        std::unique_lock lock(m_mutex);
        if (!m_something.wait_for(lock, patience, [&] { return m_launches.count(job) != 0; })) {
            ADD_FAILURE() << job << " was never launched";
            return;
        }
        uuid = m_launches[job].attempt.uuid;
        m_states[uuid] = state;
    }
    tell(uuid);
}

std::vector<std::string> ScriptedDriver::launched(std::size_t wanted) const
{
    std::unique_lock lock(m_mutex);
    m_something.wait_for(lock, patience, [&] { return m_launched.size() >= wanted; });
    return m_launched;
}

AttemptLaunch ScriptedDriver::launchOf(const std::string &job) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_launches.find(job);
    return found == m_launches.end() ? AttemptLaunch{} : found->second;
}

int ScriptedDriver::cancelsOf(const std::string &job) const
{
    const std::string uuid = launchOf(job).attempt.uuid;
    const std::lock_guard lock(m_mutex);
    const auto found = m_cancels.find(uuid);
    return found == m_cancels.end() ? 0 : found->second;
}

bool ScriptedDriver::wasAskedToEnd(const std::string &job) const
{
    const std::string uuid = launchOf(job).attempt.uuid;
    std::unique_lock lock(m_mutex);
    return m_something.wait_for(lock, patience, [&] { return m_cancels.count(uuid) != 0; });
}

bool ScriptedDriver::wasRefused(const std::string &job) const
{
    std::unique_lock lock(m_mutex);
    return m_something.wait_for(lock, patience, [&] { return m_refused.count(job) != 0; });
}

bool ScriptedDriver::isForgotten(const std::string &job) const
{
    const std::string uuid = launchOf(job).attempt.uuid;
    const std::lock_guard lock(m_mutex);
    return m_forgotten.count(uuid) != 0;
}

Result<void> ScriptedDriver::launch(const AttemptLaunch &launch)
{
    const std::string job = jobOf(launch.attempt);
    {
        const std::lock_guard lock(m_mutex);
        if (const auto refusal = m_refusals.find(job); refusal != m_refusals.end()) {
            m_refused.insert(job);
            m_something.notify_all();
            return refusal->second;
        }
        if (m_states.count(launch.attempt.uuid) != 0)
            return Error{ErrorKind::Conflict, "attempt.started", "It was started before.", {}, {}};
        AttemptState state = running();
        if (const auto code = m_givingUp.find(job); code != m_givingUp.end()) {
            state = {};
            state.supervisorCode = code->second;
        } else if (m_silent.count(job) != 0) {
            state.run.reset();
        }
        m_states[launch.attempt.uuid] = state;
    }
    // Before the test may do something else of which the scheduler is told.
    tell(launch.attempt.uuid);
    const std::lock_guard lock(m_mutex);
    m_launches[job] = launch;
    m_launched.push_back(job);
    m_something.notify_all();
    return {};
}

Result<AttemptState> ScriptedDriver::observe(const AttemptReference &attempt)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_states.find(attempt.uuid);
    return found == m_states.end() ? AttemptState{} : found->second;
}

Result<void> ScriptedDriver::cancel(const AttemptReference &attempt)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_states.find(attempt.uuid);
    if (found == m_states.end() || found->second.phase != AttemptState::Phase::Running)
        return Error{ErrorKind::NotFound, "attempt.not-running", "It does not run.", {}, {}};
    ++m_cancels[attempt.uuid];
    m_something.notify_all();
    return {};
}

void ScriptedDriver::forget(const AttemptReference &attempt)
{
    const std::lock_guard lock(m_mutex);
    m_forgotten.insert(attempt.uuid);
}

} // namespace atelier::test

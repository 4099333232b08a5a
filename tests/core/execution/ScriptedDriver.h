#pragma once

#include "core/compute/Driver.h"

#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace atelier::test {

/// A driver that runs nothing: what becomes of an attempt, the test says, by the name of its job. What was
/// launched runs at once. It outlives schedulers, as attempts outlive the service. Thread-safe.
class ScriptedDriver final : public Driver
{
public:
    /// Who is told of changes; nobody while there is no scheduler.
    void setListener(AttemptChanged changed);

    // What the test says; the last four wait until the job was launched:
    void refuseToLaunch(const std::string &job, const Error &error);
    /// Its supervisor gives up with this code before anything ran.
    void giveUp(const std::string &job, int supervisorCode);
    /// Launched, it is not yet known to run until publish().
    void launchSilently(const std::string &job);
    void publish(const std::string &job);
    void end(const std::string &job, const ExitRecord &record);
    void exit(const std::string &job, int code);
    void lose(const std::string &job, AttemptState::LostReason reason);

    // What the scheduler did:
    /// Waits until so many were launched in all; the jobs in this order.
    [[nodiscard]] std::vector<std::string> launched(std::size_t wanted) const;
    [[nodiscard]] std::vector<std::string> launchedSoFar() const { return launched(0); }
    [[nodiscard]] AttemptLaunch launchOf(const std::string &job) const;
    [[nodiscard]] int cancelsOf(const std::string &job) const;
    [[nodiscard]] bool wasAskedToEnd(const std::string &job) const; ///< waits for it
    [[nodiscard]] bool wasRefused(const std::string &job) const; ///< waits for it
    [[nodiscard]] bool isForgotten(const std::string &job) const;

    [[nodiscard]] Result<void> launch(const AttemptLaunch &launch) override;
    [[nodiscard]] Result<AttemptState> observe(const AttemptReference &attempt) override;
    [[nodiscard]] Result<void> cancel(const AttemptReference &attempt) override;
    void forget(const AttemptReference &attempt) override;

private:
    void change(const std::string &job, const AttemptState &state);
    void tell(const std::string &uuid);

    mutable std::mutex m_mutex;
    mutable std::condition_variable m_something;
    std::vector<std::string> m_launched; ///< jobs
    std::map<std::string, AttemptLaunch> m_launches; ///< by job
    std::map<std::string, AttemptState> m_states; ///< by uuid
    std::map<std::string, Error> m_refusals; ///< by job
    std::set<std::string> m_refused; ///< jobs
    std::map<std::string, int> m_givingUp; ///< by job
    std::set<std::string> m_silent; ///< jobs
    std::map<std::string, int> m_cancels; ///< by uuid
    std::set<std::string> m_forgotten; ///< uuids

    std::mutex m_listening; ///< held while the listener is called, so that it is gone once it was taken away
    AttemptChanged m_changed;
};

} // namespace atelier::test

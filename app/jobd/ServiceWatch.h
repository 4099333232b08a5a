#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace atelier::jobd {

/// Starts the workspace service again when nobody accepts on its socket: a job goes on without it, but its
/// tracking calls and the steps after it wait. Two services cannot come of it, as each takes the instance
/// lock.
class ServiceWatch
{
public:
    ServiceWatch(std::string socket, std::vector<std::string> command);

    /// Looks, if it is time to, and starts it if it must. `now` is steadyMs().
    void check(std::int64_t now);
    /// Looks once more, whatever the time: after the job's end somebody has to go on with what waits for it.
    void checkAtEnd(std::int64_t now);

    [[nodiscard]] bool hasRestarted() const { return m_hasRestarted; }

private:
    [[nodiscard]] bool isAccepting() const;
    void start();

    std::string m_socket;
    std::vector<std::string> m_command;
    std::int64_t m_nextCheck = 0;
    std::int64_t m_pauseMs;
    bool m_hasRestarted = false;
};

} // namespace atelier::jobd

#pragma once

#include "tests/bench/support/Measure.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace atelier::test {

/// Connections over loopback TCP, each logging a metric to its own run, the next one as soon as the one
/// before is answered. One thread drives all of them, so that the load costs little beside what it measures.
class MetricLoad
{
public:
    MetricLoad(std::uint16_t port, const std::string &token, const std::vector<std::string> &runs);
    ~MetricLoad();
    MetricLoad(const MetricLoad &) = delete;
    MetricLoad &operator=(const MetricLoad &) = delete;

    /// Answered calls.
    std::int64_t run(std::chrono::milliseconds time, Durations &waits);
    /// The same at a steady pace, as far as the service keeps up with it.
    std::int64_t runPaced(std::chrono::milliseconds time, int callsInMillisecond);

private:
    struct Connection
    {
        int socket = -1;
        std::string head; ///< all of the request before the length
        std::string runPart;
        std::string received;
        std::chrono::steady_clock::time_point sentAt;
    };

    void send(Connection &connection);
    /// Places of the connections that have been answered, waited for that long at most.
    std::vector<std::size_t> answered(std::chrono::milliseconds longest);
    /// True once the whole answer is there.
    bool receive(Connection &connection);

    std::vector<Connection> m_connections;
    int m_poll;
    std::int64_t m_step = 0;
};

} // namespace atelier::test

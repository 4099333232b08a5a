#include "tests/bench/log_metric/MetricLoad.h"

#include <arpa/inet.h>
#include <cstdio>
#include <cstdlib>
#include <netinet/tcp.h>
#include <numeric>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace atelier::test {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::seconds longestWait(10);

int connectTo(std::uint16_t port)
{
    const int connection = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int yes = 1;
    setsockopt(connection, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    if (connect(connection, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        std::abort();
    return connection;
}

} // namespace

MetricLoad::MetricLoad(std::uint16_t port, const std::string &token, const std::vector<std::string> &runs)
    : m_poll(epoll_create1(EPOLL_CLOEXEC))
{
    for (const std::string &run : runs) {
        Connection connection;
        connection.socket = connectTo(port);
        connection.head = "POST /api/2.0/mlflow/runs/log-metric HTTP/1.1\r\nHost: 127.0.0.1:"
            + std::to_string(port) + "\r\nAuthorization: Bearer " + token
            + "\r\nUser-Agent: mlflow-python-client/3.17.2\r\nAccept: */*\r\nAccept-Encoding: gzip, deflate"
              "\r\nConnection: keep-alive\r\nContent-Type: application/json\r\nContent-Length: ";
        connection.runPart = R"({"run_uuid": ")" + run + R"(", "run_id": ")" + run
            + R"(", "key": "train/loss", "value": 0.5, "timestamp": 1700000000000, "step": )";
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.u64 = m_connections.size();
        epoll_ctl(m_poll, EPOLL_CTL_ADD, connection.socket, &event);
        m_connections.push_back(std::move(connection));
    }
}

MetricLoad::~MetricLoad()
{
    for (const Connection &connection : m_connections)
        close(connection.socket);
    close(m_poll);
}

std::int64_t MetricLoad::run(std::chrono::milliseconds time, Durations &waits)
{
    const auto end = Clock::now() + time;
    std::int64_t calls = 0;
    std::size_t open = m_connections.size();
    for (Connection &connection : m_connections)
        send(connection);
    while (open > 0) {
        for (const std::size_t place : answered(longestWait)) {
            Connection &connection = m_connections[place];
            const auto now = Clock::now();
            waits.add(std::chrono::duration<double, std::milli>(now - connection.sentAt).count());
            ++calls;
            if (now < end)
                send(connection);
            else
                --open;
        }
    }
    return calls;
}

std::int64_t MetricLoad::runPaced(std::chrono::milliseconds time, int callsInMillisecond)
{
    const auto begin = Clock::now();
    std::vector<std::size_t> idle(m_connections.size());
    std::iota(idle.begin(), idle.end(), 0);
    std::int64_t calls = 0;
    for (auto passed = Clock::duration(); passed < time; passed = Clock::now() - begin) {
        const auto due
            = std::chrono::duration_cast<std::chrono::milliseconds>(passed).count() * callsInMillisecond;
        for (; calls < due && !idle.empty(); ++calls, idle.pop_back())
            send(m_connections[idle.back()]);
        const std::vector<std::size_t> places = answered(std::chrono::milliseconds(1));
        idle.insert(idle.end(), places.begin(), places.end());
    }
    while (idle.size() < m_connections.size())
        for (const std::size_t place : answered(longestWait))
            idle.push_back(place);
    return calls;
}

std::vector<std::size_t> MetricLoad::answered(std::chrono::milliseconds longest)
{
    std::array<epoll_event, 64> events{};
    const int ready = epoll_wait(
        m_poll, events.data(), static_cast<int>(events.size()), static_cast<int>(longest.count()));
    if (ready < 0 || (ready == 0 && longest == longestWait))
        std::abort();
    std::vector<std::size_t> places;
    for (int i = 0; i < ready; ++i)
        if (const auto place = events[static_cast<std::size_t>(i)].data.u64; receive(m_connections[place]))
            places.push_back(place);
    return places;
}

void MetricLoad::send(Connection &connection)
{
    const std::string body = connection.runPart + std::to_string(m_step++) + "}";
    const std::string request = connection.head + std::to_string(body.size()) + "\r\n\r\n" + body;
    connection.received.clear();
    connection.sentAt = Clock::now();
    if (::send(connection.socket, request.data(), request.size(), MSG_NOSIGNAL)
        != static_cast<ssize_t>(request.size()))
        std::abort();
}

bool MetricLoad::receive(Connection &connection)
{
    std::array<char, 4096> bytes{};
    const ssize_t count = recv(connection.socket, bytes.data(), bytes.size(), 0);
    if (count <= 0)
        std::abort();
    connection.received.append(bytes.data(), static_cast<std::size_t>(count));
    // The body of success is `{}`, and nothing else is expected.
    if (connection.received.size() < 4
        || connection.received.compare(connection.received.size() - 2, 2, "{}") != 0)
        return false;
    if (connection.received.rfind("HTTP/1.1 200", 0) != 0) {
        std::fprintf(stderr, "%s\n", connection.received.c_str());
        std::abort();
    }
    return true;
}

} // namespace atelier::test

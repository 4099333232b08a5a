#pragma once

#include "core/http/Server.h"

#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>

namespace atelier::test {

/// Waits until something that another thread changes has come true; fails the test after 10 s.
class Signal
{
public:
    void raise();
    bool wait(int times = 1); ///< until it has been raised so often in all
    [[nodiscard]] int count() const;

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_condition;
    int m_count = 0;
};

/// A handler made of functions, one for each path; 404 for others.
class FakeHandler final : public http::Handler
{
public:
    using Function = std::function<void(http::Request, http::Respond)>;
    using SinkFunction = std::function<void(http::Request, std::shared_ptr<http::BodySink>, http::Respond)>;

    void on(const std::string &path, Function function);
    void onUpload(const std::string &path, std::function<http::Admission(const http::Request &)> admit,
        SinkFunction function);

    http::Admission admit(const http::Request &head) override;
    void handle(http::Request request, http::Admission admission, http::Respond respond) override;

    std::atomic<int> handled = 0;

private:
    struct Route
    {
        std::function<http::Admission(const http::Request &)> admit;
        SinkFunction handle;
    };
    std::map<std::string, Route> m_routes; // complete before the server starts
};

/// A 200 with this text.
[[nodiscard]] http::Response text(std::string body);

} // namespace atelier::test

#include "tests/core/http/FakeHandler.h"

#include <gtest/gtest.h>

namespace atelier::test {

void Signal::raise()
{
    const std::lock_guard lock(m_mutex);
    ++m_count;
    m_condition.notify_all();
}

bool Signal::wait(int times)
{
    std::unique_lock lock(m_mutex);
    return m_condition.wait_for(lock, std::chrono::seconds(10), [&] { return m_count >= times; });
}

int Signal::count() const
{
    const std::lock_guard lock(m_mutex);
    return m_count;
}

void FakeHandler::on(const std::string &path, Function function)
{
    m_routes[path] = {nullptr,
        [function = std::move(function)](http::Request request, const std::shared_ptr<http::BodySink> &,
            http::Respond respond) { function(std::move(request), std::move(respond)); }};
}

void FakeHandler::onUpload(const std::string &path,
    std::function<http::Admission(const http::Request &)> admit, SinkFunction function)
{
    m_routes[path] = {std::move(admit), std::move(function)};
}

http::Admission FakeHandler::admit(const http::Request &head)
{
    const auto route = m_routes.find(head.path);
    return route != m_routes.end() && route->second.admit ? route->second.admit(head) : http::Admission{};
}

void FakeHandler::handle(http::Request request, http::Admission admission, http::Respond respond)
{
    ++handled;
    const auto route = m_routes.find(request.path);
    if (route != m_routes.end())
        return route->second.handle(std::move(request), std::move(admission.sink), std::move(respond));
    http::Response missing = text("no such path");
    missing.status = 404;
    respond(std::move(missing));
}

http::Response text(std::string body)
{
    http::Response response;
    response.contentType = "text/plain";
    response.body = std::move(body);
    return response;
}

} // namespace atelier::test

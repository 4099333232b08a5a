#include "tests/core/client/FakeService.h"

#include "core/system/RuntimeFolders.h"

#include <cstdlib>

namespace atelier::test {

FakeService::FakeService()
{
    std::filesystem::create_directories(workspace);
    setenv("XDG_RUNTIME_DIR", folder.path().c_str(), 1);
    setenv("XDG_STATE_HOME", (folder / "state").c_str(), 1);
    setenv("XDG_DATA_HOME", (folder / "data").c_str(), 1);
    setenv("ATELIER_SERVICE", "/nonexistent/atelierd", 1);
    auto opened = ServiceClient::open(workspace);
    EXPECT_TRUE(opened) << opened.error().sentence;
    client = std::move(*opened);
}

FakeService::~FakeService()
{
    server.reset(); // before what its handlers hold
    unsetenv("ATELIER_SERVICE");
}

void FakeService::startServer()
{
    server = std::make_unique<http::Server>(handler);
    const Result<void> listening = server->listenUnix(client->socket());
    ASSERT_TRUE(listening) << listening.error().sentence;
    server->start();
}

void FakeService::useScript(const std::string &commands)
{
    const std::filesystem::path script = folder / "service.sh";
    write(script, "#!/bin/sh\n" + commands + "\n");
    std::filesystem::permissions(script, std::filesystem::perms::owner_all);
    setenv("ATELIER_SERVICE", script.c_str(), 1);
}

Reply FakeService::get(const std::string &path)
{
    std::optional<Reply> answer;
    client->get(path, {}, &receiver, [&](Reply reply) { answer = std::move(reply); });
    EXPECT_TRUE(waitUntil([&] { return answer.has_value(); })) << path;
    return answer.value_or(Reply{});
}

http::Response jsonAnswer(const std::string &text, int status)
{
    http::Response response;
    response.status = status;
    response.body = text;
    return response;
}

FakeHandler::Function FakeStream::handler()
{
    return [this](http::Request request, const http::Respond &respond) {
        http::Response response;
        response.contentType = "text/event-stream";
        response.onStream = [this, request = std::move(request)](std::shared_ptr<http::Stream> stream) {
            const std::lock_guard lock(m_mutex);
            m_stream = std::move(stream);
            m_request = request;
            ++m_openings;
        };
        respond(std::move(response));
    };
}

bool FakeStream::waitForOpening()
{
    const bool isOpen = waitUntil([this] {
        const std::lock_guard lock(m_mutex);
        return m_openings > m_seen;
    });
    const std::lock_guard lock(m_mutex);
    m_seen = m_openings;
    return isOpen;
}

void FakeStream::write(const std::string &bytes)
{
    const std::lock_guard lock(m_mutex);
    EXPECT_TRUE(m_stream->write(bytes));
}

void FakeStream::end()
{
    const std::lock_guard lock(m_mutex);
    m_stream.reset();
}

http::Request FakeStream::lastRequest()
{
    const std::lock_guard lock(m_mutex);
    return m_request;
}

} // namespace atelier::test

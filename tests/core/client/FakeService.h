#pragma once

#include "core/client/ServiceClient.h"
#include "tests/core/client/EventLoop.h"
#include "tests/core/http/FakeHandler.h"
#include "tests/support/TemporaryFolder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <string>

namespace atelier::test {

/// A workspace folder with XDG folders of its own, and a server in this process where its service would
/// listen.
class FakeService : public testing::Test
{
protected:
    FakeService();
    ~FakeService() override;

    /// Starts the server, again after stopServer().
    void startServer();
    void stopServer() { server.reset(); }
    /// What the client starts where nobody listens: a shell script with the service's arguments.
    void useScript(const std::string &commands);
    [[nodiscard]] Reply get(const std::string &path);

    TemporaryFolder folder;
    std::filesystem::path workspace = folder / "ws";
    FakeHandler handler;
    std::unique_ptr<http::Server> server;
    std::unique_ptr<ServiceClient> client;
    QObject receiver;
};

[[nodiscard]] http::Response jsonAnswer(const std::string &text, int status = 200);

/// The bytes of streams that a handler opens, written from the test's thread.
class FakeStream
{
public:
    /// For FakeHandler: answers with a stream that this object then holds.
    [[nodiscard]] FakeHandler::Function handler();
    /// Waits for the next opening; false where none comes.
    [[nodiscard]] bool waitForOpening();
    void write(const std::string &bytes);
    /// Ends the stream in good order.
    void end();
    [[nodiscard]] http::Request lastRequest();

private:
    std::mutex m_mutex;
    std::shared_ptr<http::Stream> m_stream;
    http::Request m_request;
    int m_openings = 0;
    int m_seen = 0;
};

} // namespace atelier::test

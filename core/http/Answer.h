#pragma once

#include "core/http/Server.h"
#include "core/http/Session.h"

#include <atomic>
#include <memory>

namespace atelier::http {

/// Brings one answer from any thread to the session that waits for it; 500 where it is dropped without one.
class Answer
{
public:
    Answer(std::shared_ptr<asio::io_context> context, std::weak_ptr<Session> session);
    ~Answer();
    Answer(const Answer &) = delete;
    Answer &operator=(const Answer &) = delete;

    void give(Response response);

private:
    const std::shared_ptr<asio::io_context> m_context; // the answer may come after the server's end
    const std::weak_ptr<Session> m_session; // locked on the server's thread only, so that sessions end there
    std::atomic<bool> m_isGiven = false;
};

[[nodiscard]] Respond makeRespond(std::shared_ptr<asio::io_context> context, std::weak_ptr<Session> session);

} // namespace atelier::http

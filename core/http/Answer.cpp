#include "core/http/Answer.h"

#include "core/http/ErrorAnswer.h"

namespace atelier::http {

Answer::Answer(std::shared_ptr<asio::io_context> context, std::weak_ptr<Session> session)
    : m_context(std::move(context))
    , m_session(std::move(session))
{
}

Answer::~Answer()
{
    if (!m_isGiven)
        give(errorAnswer({ErrorKind::Internal, "http.no-answer",
            "The service gave up on this request without saying why. This is a defect of the service; its "
            "log may tell "
            "more.",
            {}, {}}));
}

void Answer::give(Response response)
{
    if (m_isGiven.exchange(true))
        return;
    asio::dispatch(*m_context, [weak = m_session, answer = std::move(response)]() mutable {
        if (const std::shared_ptr<Session> session = weak.lock())
            session->respond(std::move(answer));
    });
}

Respond makeRespond(std::shared_ptr<asio::io_context> context, std::weak_ptr<Session> session)
{
    return [answer = std::make_shared<Answer>(std::move(context), std::move(session))](
               Response response) { answer->give(std::move(response)); };
}

} // namespace atelier::http

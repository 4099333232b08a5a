#include "core/http/ResponseHead.h"
#include "core/http/Session.h"

namespace atelier::http {

// The half of a session that answers.

void Session::transmit(Response response)
{
    m_state = State::Responding;
    m_gone = nullptr;
    setDeadline(m_context.limits.body);
    const bool hasBody = mayHaveBody(response.status) && !m_isHead;
    if (response.onStream && hasBody)
        return startStream(std::move(response));
    m_response = std::move(response);
    std::variant<std::uint64_t, OpenEnd> end = OpenEnd::Chunked; // a stream's head, without the stream
    if (!m_response.onStream)
        end = m_response.file ? m_response.file->length() : m_response.body.size();
    m_outText = responseHead(m_response, end, m_keepsAlive ? Persistence::KeepAlive : Persistence::Close);
    m_outgoing.send(self(), m_outText, hasBody ? std::string_view(m_response.body) : std::string_view(),
        hasBody ? m_response.file : nullptr);
}

void Session::startStream(Response response)
{
    m_state = State::Streaming;
    m_context.watch.clearDeadline(*this);
    m_keepsAlive = false;
    const std::function<void(std::shared_ptr<Stream>)> onStream = std::move(response.onStream);
    m_stream = std::make_shared<StreamChannel>(m_context.io, self(), m_context.limits.streamBacklog);
    m_outText = responseHead(response, m_isHttp11 ? OpenEnd::Chunked : OpenEnd::Close, Persistence::Close);
    m_outgoing.send(self(), m_outText, {}, nullptr);
    m_input.clear();
    read(); // only to notice when the client goes
    onStream(std::make_shared<StreamEnd>(m_stream));
}

void Session::pump()
{
    if (m_state != State::Streaming)
        return;
    if (m_stream->isBehind())
        return end();
    if (m_outgoing.isSending())
        return;
    const std::shared_ptr<StreamChannel> stream = m_stream; // what take() calls may end this session
    std::string bytes = stream->take();
    m_isLastChunk = bytes.empty() && stream->isFinished();
    if (m_state != State::Streaming || (bytes.empty() && !m_isLastChunk))
        return;
    m_outText = m_isHttp11 ? asChunk(bytes) : std::move(bytes);
    if (m_outText.empty())
        return linger(); // HTTP/1.0 ends by closing
    m_outgoing.send(self(), m_outText, {}, nullptr);
}

void Session::sent(ErrorCode error)
{
    if (m_state == State::Closed)
        return;
    if (error)
        return end();
    if (m_state == State::Streaming)
        return m_isLastChunk ? linger() : pump();
    if (m_state == State::Continuing) {
        m_state = State::Body;
    } else {
        m_response = {};
        if (!m_keepsAlive)
            return linger();
        if (m_isDiscarding)
            m_state = State::Body;
        else
            next();
    }
    parse();
}

void Session::next()
{
    m_parser.reset();
    m_headBytes = 0;
    m_headTimed = false;
    m_admission = {};
    m_isDiscarding = false;
    m_bodyBytes = 0;
    m_timedBytes = 0;
    m_sinkError.reset();
    m_state = State::Head;
    if (m_input.isEmpty() && !m_isReading)
        m_input.setCapacity(m_context.limits.headerBytes);
    setDeadline(m_context.limits.idle);
}

} // namespace atelier::http

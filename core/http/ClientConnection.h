#pragma once

#include "core/http/Exchange.h"
#include "core/http/Outgoing.h"
#include "core/http/Parser.h"
#include "core/http/Watch.h"

#include <filesystem>
#include <optional>

namespace atelier::http {

class ClientConnection;

/// Who hands out connections.
struct ConnectionOwner
{
    /// The connection is free again.
    std::function<void(const std::shared_ptr<ClientConnection> &)> released;
    /// The connection is gone. `unanswered`: its call, where that may be tried on another one.
    std::function<void(
        const std::shared_ptr<ClientConnection> &, const std::shared_ptr<Exchange> &unanswered)>
        gone;
};

/// One connection of a client, which carries one call at a time. Lives on the client's thread.
class ClientConnection final : public Watched
{
public:
    ClientConnection(const std::filesystem::path &path, asio::io_context &context, Watch &watch,
        ConnectionOwner owner, Clock::duration timeout);

    void start(std::shared_ptr<Exchange> exchange);
    [[nodiscard]] const std::shared_ptr<Exchange> &exchange() const { return m_exchange; }
    void expire() override;
    void end() override;

private:
    enum class State { Unconnected, Idle, Busy, Closed };

    [[nodiscard]] std::shared_ptr<ClientConnection> self();
    void connect();
    void connectLater();
    void begin();
    void extendDeadline();
    void read();
    void arrived(ErrorCode error, std::size_t count);
    void parse();
    void beginParsing();
    bool takeBody(std::string_view bytes);
    void finished();
    void lost();
    void fail(Error error);
    void close(const std::shared_ptr<Exchange> &unanswered);

    const std::filesystem::path m_path;
    Watch &m_watch;
    const ConnectionOwner m_owner;
    const Clock::duration m_timeout;
    State m_state = State::Unconnected;
    Socket m_socket;
    Timer m_connectTimer;
    Clock::time_point m_giveUp; // connecting
    InputBuffer m_input;
    Outgoing m_outgoing;
    std::optional<ResponseParser> m_parser;
    std::shared_ptr<Exchange> m_exchange;
    bool m_isReused = false; // the call at hand is not the connection's first
    bool m_hasAnswerBegun = false;
    std::optional<Error> m_takeError;
};

} // namespace atelier::http

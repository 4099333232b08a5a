#include "core/client/ServiceStream.h"

#include <algorithm>

namespace atelier {

namespace {

constexpr int shortestPauseMs = 50;
constexpr int longestPauseMs = 2000;

} // namespace

ServiceStream::ServiceStream(
    ServiceClient &client, std::string path, std::function<http::Fields()> query, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_path(std::move(path))
    , m_query(std::move(query))
    , m_pauseMs(shortestPauseMs)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        const int opening = m_opening;
        m_client.ensureService(this, [this, opening](const Result<void> &running) {
            if (opening != m_opening)
                return;
            if (running)
                return open();
            reopen();
            Q_EMIT unavailable(running.error());
        });
    });
}

ServiceStream::~ServiceStream()
{
    close();
}

void ServiceStream::open()
{
    close();
    const int opening = m_opening;
    m_call = m_client.stream(
        m_path, m_query(), this,
        [this, opening](const QByteArray &bytes) {
            if (opening == m_opening)
                take(bytes);
        },
        [this, opening](const Result<void> &end) {
            if (opening == m_opening)
                ended(end);
        });
    Q_EMIT opened();
}

void ServiceStream::close()
{
    ++m_opening;
    m_pause.stop();
    if (m_call)
        m_call->cancel();
    m_call.reset();
}

void ServiceStream::reopen()
{
    m_pause.start(m_pauseMs);
    m_pauseMs = std::min(2 * m_pauseMs, longestPauseMs);
}

void ServiceStream::take(const QByteArray &bytes)
{
    m_pauseMs = shortestPauseMs;
    setConnected(true);
    Q_EMIT received(bytes);
}

void ServiceStream::ended(const Result<void> &end)
{
    m_call.reset();
    setConnected(false);
    if (end)
        Q_EMIT finished();
    else if (end.error().kind == ErrorKind::Unavailable || end.error().kind == ErrorKind::Busy)
        reopen();
    else
        Q_EMIT failed(end.error());
}

void ServiceStream::setConnected(bool isConnected)
{
    if (std::exchange(m_isConnected, isConnected) != isConnected)
        Q_EMIT connectionChanged(isConnected);
}

} // namespace atelier

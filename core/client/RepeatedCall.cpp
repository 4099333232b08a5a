#include "core/client/RepeatedCall.h"

namespace atelier {

RepeatedCall::RepeatedCall(std::function<void()> ask, int pauseMs, QObject *parent)
    : QObject(parent)
    , m_ask(std::move(ask))
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &RepeatedCall::askIfFree);
}

void RepeatedCall::request()
{
    m_isWanted = true;
    askIfFree();
}

void RepeatedCall::requestNow()
{
    m_pause.stop();
    request();
}

void RepeatedCall::answered()
{
    m_isAsking = false;
    m_pause.start();
}

void RepeatedCall::setPaused(bool paused)
{
    m_isPaused = paused;
    askIfFree();
}

void RepeatedCall::askIfFree()
{
    if (!m_isWanted || m_isAsking || m_isPaused || m_pause.isActive())
        return;
    m_isWanted = false;
    m_isAsking = true;
    m_ask();
}

} // namespace atelier

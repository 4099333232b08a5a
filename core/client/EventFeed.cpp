#include "core/client/EventFeed.h"

#include "core/base/Json.h"

namespace atelier {

EventFeed::EventFeed(ServiceClient &client, std::chrono::milliseconds patience, QObject *parent)
    : QObject(parent)
    , m_stream(client, "/api/v1/events", [this] {
        return m_sequence < 0 ? http::Fields{} : http::Fields{{"after", std::to_string(m_sequence)}};
    })
{
    connect(&m_stream, &ServiceStream::received, this, qOverload<const QByteArray &>(&EventFeed::take));
    connect(&m_stream, &ServiceStream::finished, &m_stream, &ServiceStream::reopen);
    connect(&m_stream, &ServiceStream::failed, &m_stream, &ServiceStream::reopen);
    connect(&m_stream, &ServiceStream::unavailable, this, [this](const Error &error) {
        m_isIncomplete = true;
        Q_EMIT unavailable(error);
    });
    connect(&m_stream, &ServiceStream::opened, &m_silence, qOverload<>(&QTimer::start));
    m_silence.setSingleShot(true);
    m_silence.setInterval(patience);
    connect(&m_silence, &QTimer::timeout, this, &EventFeed::lookForSilence);
    connect(&m_stream, &ServiceStream::connectionChanged, this, [this](bool isConnected) {
        m_isSilent = false; // this tells enough
        if (isConnected)
            m_events = {}; // half an event of the broken connection is no part of this one
        Q_EMIT connectionChanged(isConnected);
        // Without a sequence to go on from, what happened during the break is unknown.
        if (isConnected && std::exchange(m_wasConnected, true) && m_sequence < 0)
            Q_EMIT reset();
    });
}

void EventFeed::start()
{
    m_stream.open();
}

void EventFeed::lookForSilence()
{
    if (m_stream.isOpen())
        setSilent(true);
}

void EventFeed::setSilent(bool isSilent)
{
    if (std::exchange(m_isSilent, isSilent) == isSilent)
        return;
    m_isIncomplete = true;
    Q_EMIT silenceChanged(isSilent);
}

void EventFeed::take(const QByteArray &bytes)
{
    m_silence.start();
    setSilent(false);
    if (std::exchange(m_isIncomplete, false))
        Q_EMIT reset();
    const std::string_view text(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    for (const ServerSentEvents::Event &event : m_events.feed(text))
        take(event);
}

void EventFeed::take(const ServerSentEvents::Event &event)
{
    const auto json = parseJson(event.data);
    if (!json || !json->is_object())
        return;
    if (event.name == "load") {
        Q_EMIT loadMeasured(
            {numberAt(*json, "processor"), static_cast<std::uint64_t>(integerAt(*json, "memory_bytes")),
                static_cast<std::uint64_t>(integerAt(*json, "used_bytes"))});
        return;
    }
    const std::int64_t sequence = integerAt(*json, "sequence", m_sequence);
    const bool isNew = sequence > m_sequence;
    m_sequence = sequence;
    if (event.name == "reset")
        Q_EMIT reset();
    else if (event.name == "change" && isNew)
        Q_EMIT changed({sequence, textAt(*json, "kind"), textAt(*json, "name"), textAt(*json, "what"),
            integerAt(*json, "time_ms")});
}

} // namespace atelier

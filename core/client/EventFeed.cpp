#include "core/client/EventFeed.h"

#include "core/base/Json.h"

namespace atelier {

EventFeed::EventFeed(ServiceClient &client, QObject *parent)
    : QObject(parent)
    , m_stream(client, "/api/v1/events", [this] {
        return m_sequence < 0 ? http::Fields{} : http::Fields{{"after", std::to_string(m_sequence)}};
    })
{
    connect(&m_stream, &ServiceStream::received, this, qOverload<const QByteArray &>(&EventFeed::take));
    connect(&m_stream, &ServiceStream::finished, &m_stream, &ServiceStream::reopen);
    connect(&m_stream, &ServiceStream::failed, &m_stream, &ServiceStream::reopen);
    connect(&m_stream, &ServiceStream::connectionChanged, this, [this](bool isConnected) {
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

void EventFeed::take(const QByteArray &bytes)
{
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

#include "core/client/ServerSentEvents.h"

namespace atelier {

std::vector<ServerSentEvents::Event> ServerSentEvents::feed(std::string_view bytes)
{
    std::vector<Event> events;
    m_rest += bytes;
    std::size_t begin = 0;
    for (std::size_t end = m_rest.find('\n'); end != std::string::npos; end = m_rest.find('\n', begin)) {
        std::string_view line = std::string_view(m_rest).substr(begin, end - begin);
        if (!line.empty() && line.back() == '\r')
            line.remove_suffix(1);
        takeLine(line, events);
        begin = end + 1;
    }
    m_rest.erase(0, begin);
    return events;
}

void ServerSentEvents::takeLine(std::string_view line, std::vector<Event> &events)
{
    if (line.empty()) {
        if (m_event.name.empty())
            m_event.name = "message";
        if (m_hasData)
            events.push_back(std::move(m_event));
        m_event = {};
        m_hasData = false;
        return;
    }
    const std::size_t colon = line.find(':');
    const std::string_view field = line.substr(0, colon);
    std::string_view value = colon == std::string_view::npos ? std::string_view() : line.substr(colon + 1);
    if (!value.empty() && value.front() == ' ')
        value.remove_prefix(1);
    if (field == "event")
        m_event.name = value;
    if (field != "data")
        return;
    m_event.data += m_hasData ? "\n" + std::string(value) : std::string(value);
    m_hasData = true;
}

} // namespace atelier

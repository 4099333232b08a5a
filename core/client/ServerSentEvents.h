#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace atelier {

/// Takes a text/event-stream apart as its pieces arrive; comments and ids are passed over.
class ServerSentEvents
{
public:
    struct Event
    {
        std::string name; ///< `message` where the sender names none
        std::string data;
    };

    /// The events that these bytes complete.
    [[nodiscard]] std::vector<Event> feed(std::string_view bytes);

private:
    void takeLine(std::string_view line, std::vector<Event> &events);

    std::string m_rest; ///< of a line
    Event m_event;
    bool m_hasData = false;
};

} // namespace atelier

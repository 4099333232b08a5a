#include "core/service/EventHub.h"

#include "core/storage/ChangeRepository.h"

#include <algorithm>

namespace atelier {

namespace {

constexpr std::size_t recentChanges = 4096;
constexpr int pageSize = 1000;

std::string eventText(const Change &change)
{
    const Json data{{"sequence", change.sequence}, {"kind", change.kind}, {"name", change.name},
        {"what", change.what}, {"time_ms", change.timeMs}};
    return "id: " + std::to_string(change.sequence) + "\nevent: change\ndata: " + toText(data) + "\n\n";
}

std::string resetText(std::int64_t sequence)
{
    return "id: " + std::to_string(sequence)
        + "\nevent: reset\ndata: {\"sequence\":" + std::to_string(sequence) + "}\n\n";
}

} // namespace

EventHub::EventHub(ReaderPool &readers)
    : m_readers(readers)
{
}

void EventHub::publish(const std::vector<Change> &changes)
{
    std::string text;
    for (const Change &change : changes)
        text += eventText(change);
    const std::lock_guard lock(m_mutex);
    m_recent.insert(m_recent.end(), changes.begin(), changes.end());
    while (m_recent.size() > recentChanges)
        m_recent.pop_front();
    send(text);
}

void EventHub::follow(std::shared_ptr<http::Stream> stream, std::int64_t sequence)
{
    // An event from the database is read without the lock; the last few are taken from memory under it, so
    // that nothing committed in between is missed or sent twice.
    if (!catchUp(*stream, sequence)) {
        stream->close();
        return;
    }
    const std::lock_guard lock(m_mutex);
    std::string text;
    for (const Change &change : m_recent)
        if (change.sequence > sequence)
            text += eventText(change);
    if (m_closed || (!text.empty() && !stream->write(std::move(text))))
        stream->close();
    else
        m_streams.push_back(std::move(stream));
}

bool EventHub::catchUp(http::Stream &stream, std::int64_t &sequence)
{
    const auto newest = m_readers.read([](Database &database) { return ChangeRepository::newest(database); });
    const auto oldest = m_readers.read([](Database &database) { return ChangeRepository::oldest(database); });
    if (!newest || !oldest)
        return false;
    if (sequence < 0) {
        sequence = *newest;
        return stream.write(": following\n\n");
    }
    // A sequence that is still to come was told by a database that is no longer this one.
    if (sequence > *newest || sequence + 1 < *oldest) {
        sequence = *newest;
        return stream.write(resetText(sequence));
    }
    for (;;) {
        {
            const std::lock_guard lock(m_mutex);
            if (!m_recent.empty() && m_recent.front().sequence <= sequence + 1)
                return stream.write(": following\n\n");
        }
        const auto page = m_readers.read(
            [&](Database &database) { return ChangeRepository::after(database, sequence, pageSize); });
        if (!page)
            return false;
        if (page->empty())
            return stream.write(": following\n\n");
        std::string text;
        for (const Change &change : *page)
            text += eventText(change);
        sequence = page->back().sequence;
        if (!stream.write(std::move(text)))
            return false;
    }
}

void EventHub::send(const std::string &text)
{
    if (text.empty())
        return;
    m_streams.erase(std::remove_if(m_streams.begin(), m_streams.end(),
                        [&](const std::shared_ptr<http::Stream> &stream) { return !stream->write(text); }),
        m_streams.end());
}

void EventHub::tell(std::string_view name, const Json &data)
{
    const std::lock_guard lock(m_mutex);
    send("event: " + std::string(name) + "\ndata: " + toText(data) + "\n\n");
}

bool EventHub::hasFollowers()
{
    const std::lock_guard lock(m_mutex);
    return !m_streams.empty();
}

void EventHub::beat()
{
    const std::lock_guard lock(m_mutex);
    send(": still here\n\n");
}

void EventHub::close()
{
    const std::lock_guard lock(m_mutex);
    m_closed = true;
    for (const auto &stream : m_streams)
        stream->close();
    m_streams.clear();
}

} // namespace atelier

#pragma once

#include "core/base/Json.h"
#include "core/http/Message.h"
#include "core/storage/Change.h"
#include "core/storage/ReaderPool.h"

#include <deque>
#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

namespace atelier {

/// Sends the change feed to everyone who follows it, as Server-Sent Events, in order and without a hole.
/// Thread-safe.
class EventHub
{
public:
    explicit EventHub(ReaderPool &readers);

    /// What a commit changed; called by the writer's thread after each commit, in order.
    void publish(const std::vector<Change> &changes);

    /// Sends all changes after `sequence` (-1: only what comes from now on), then every later one. Where the
    /// history no longer reaches back that far, or never came that far since a backup was restored, the first
    /// event is `reset`: the client must ask for everything again. May block.
    void follow(std::shared_ptr<http::Stream> stream, std::int64_t sequence);

    /// An event that is not kept and has no sequence: who is not there when it comes misses it.
    void tell(std::string_view name, const Json &data);
    [[nodiscard]] bool hasFollowers();

    /// A comment line on every stream, so that a dead client is noticed.
    void beat();
    /// Ends every stream.
    void close();

private:
    [[nodiscard]] bool catchUp(http::Stream &stream, std::int64_t &sequence);
    void send(const std::string &text);

    ReaderPool &m_readers;
    std::mutex m_mutex;
    std::deque<Change>
        m_recent; ///< the newest changes, so that a client which was away briefly costs no query
    std::vector<std::shared_ptr<http::Stream>> m_streams;
    bool m_closed = false;
};

} // namespace atelier

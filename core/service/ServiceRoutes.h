#pragma once

#include "core/service/EventHub.h"
#include "core/service/RouteTable.h"
#include "core/service/WorkerPool.h"

#include <filesystem>
#include <functional>
#include <string>

namespace atelier {

/// The service itself: what it is, its interface's description, its change feed, and its end.
class ServiceRoutes
{
public:
    struct About
    {
        std::filesystem::path workspace;
        std::uint16_t port = 0;
        std::int64_t startedMs = 0;
        double cores = 0;
        std::function<bool()> hasWork; ///< jobs that are not finished
        std::function<void()> stop; ///< asks the program to end, from any thread
    };

    /// `hub`, `pool` and the table must outlive the routes.
    ServiceRoutes(About about, EventHub &hub, WorkerPool &pool)
        : m_about(std::move(about))
        , m_hub(hub)
        , m_pool(pool)
    {
    }
    void add(RouteTable &routes);

private:
    [[nodiscard]] Result<http::Response> about() const;
    void stop(const Call &call, const http::Respond &respond) const;
    [[nodiscard]] Result<http::Response> events(Call &call);

    About m_about;
    EventHub &m_hub;
    WorkerPool &m_pool;
};

} // namespace atelier

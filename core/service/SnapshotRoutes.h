#pragma once

#include "core/data/SnapshotStore.h"
#include "core/service/RouteTable.h"

namespace atelier {

/// Uploaded code, under /api/v1/snapshots and /api/v1/blobs.
class SnapshotRoutes
{
public:
    /// `store` must outlive the routes.
    explicit SnapshotRoutes(const SnapshotStore &store)
        : m_store(store)
    {
    }
    void add(RouteTable &routes);

private:
    const SnapshotStore &m_store;
};

} // namespace atelier

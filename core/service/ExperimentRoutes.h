#pragma once

#include "core/service/RouteTable.h"
#include "core/storage/ReaderPool.h"

namespace atelier {

/// Groups of jobs.
class ExperimentRoutes
{
public:
    /// Must outlive the routes.
    explicit ExperimentRoutes(ReaderPool &readers)
        : m_readers(readers)
    {
    }
    void add(RouteTable &routes);

private:
    [[nodiscard]] Result<http::Response> list();

    ReaderPool &m_readers;
};

} // namespace atelier

#pragma once

#include "core/service/RouteTable.h"
#include "core/storage/ReaderPool.h"

namespace atelier {

/// What a list of jobs can be filtered by, for those who write a filter.
class JobFilterRoutes
{
public:
    /// Must outlive the routes.
    explicit JobFilterRoutes(ReaderPool &readers)
        : m_readers(readers)
    {
    }
    void add(RouteTable &routes);

private:
    [[nodiscard]] Result<http::Response> fields(Call &call);
    [[nodiscard]] Result<http::Response> values(Call &call);
    [[nodiscard]] Result<http::Response> counts(Call &call);

    ReaderPool &m_readers;
};

} // namespace atelier

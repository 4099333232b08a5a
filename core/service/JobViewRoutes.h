#pragma once

#include "core/service/RouteTable.h"
#include "core/storage/ReaderPool.h"
#include "core/storage/Writer.h"

namespace atelier {

/// Ways to look at the list of jobs that people keep under a name.
class JobViewRoutes
{
public:
    /// Both must outlive the routes.
    JobViewRoutes(Writer &writer, ReaderPool &readers)
        : m_writer(writer)
        , m_readers(readers)
    {
    }
    void add(RouteTable &routes);

private:
    [[nodiscard]] Result<http::Response> list();
    [[nodiscard]] Result<http::Response> put(Call &call);
    [[nodiscard]] Result<http::Response> remove(const std::string &id);

    Writer &m_writer;
    ReaderPool &m_readers;
};

} // namespace atelier

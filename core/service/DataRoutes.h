#pragma once

#include "core/service/RouteTable.h"
#include "core/storage/ReaderPool.h"
#include "core/storage/Writer.h"

namespace atelier {

/// Data assets under /api/v1/data.
class DataRoutes
{
public:
    /// Both must outlive the routes.
    DataRoutes(Writer &writer, ReaderPool &readers)
        : m_writer(writer)
        , m_readers(readers)
    {
    }
    void add(RouteTable &routes);

private:
    [[nodiscard]] Result<http::Response> put(Call &call);
    [[nodiscard]] Result<http::Response> list(Call &call);
    [[nodiscard]] Result<http::Response> versions(const std::string &name);
    [[nodiscard]] Result<http::Response> one(const std::string &name, const std::string &version);

    Writer &m_writer;
    ReaderPool &m_readers;
};

} // namespace atelier

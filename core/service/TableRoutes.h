#pragma once

#include "core/data/ProfileCache.h"
#include "core/data/TableReader.h"
#include "core/service/JobService.h"
#include "core/service/RouteTable.h"
#include "core/service/WorkerPool.h"

namespace atelier {

/// A look at tables: files of jobs and data assets, by pages, with profiles of their columns. At most two
/// looks at once, on threads of their own, and one that saves rows; one whose client has gone is ended.
class TableRoutes
{
public:
    struct Parts
    {
        JobService &jobs;
        ReaderPool &readers;
        const WorkspaceLayout &layout;
        TableReader reader;
    };
    /// All parts must outlive the routes.
    explicit TableRoutes(Parts parts);
    void add(RouteTable &routes);

private:
    struct File
    {
        Descriptor descriptor;
        std::string name;
    };
    using Open = Result<File> (TableRoutes::*)(const Call &);

    void look(Call call, const http::Respond &respond, Open open);
    [[nodiscard]] Result<http::Response> answer(const Call &call, Open open, const StopSignal &stop);
    [[nodiscard]] Result<http::Response> read(
        const File &file, const TablePart &part, const StopSignal &stop);
    [[nodiscard]] Result<http::Response> save(
        const File &file, const TablePart &part, const StopSignal &stop) const;
    [[nodiscard]] Result<File> openJobFile(const Call &call);
    [[nodiscard]] Result<File> openAsset(const Call &call);

    Parts m_parts;
    ProfileCache m_profiles;
    const std::filesystem::path m_saving; ///< folders of what is being saved
    WorkerPool m_savingPool;
    WorkerPool m_pool; ///< last: its threads use the rest
};

} // namespace atelier

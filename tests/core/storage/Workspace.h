#pragma once

#include "core/storage/Database.h"
#include "core/storage/ExperimentRepository.h"
#include "core/storage/JobRepository.h"
#include "tests/support/TemporaryFolder.h"

#include <string>

namespace atelier::test {

/// A migrated workspace database in a folder of its own, with one experiment.
class Workspace
{
public:
    Workspace();

    [[nodiscard]] Database &database() { return *m_database; }
    [[nodiscard]] std::filesystem::path file() const { return m_folder / "workspace.db"; }
    [[nodiscard]] std::filesystem::path folder() const { return m_folder.path(); }
    [[nodiscard]] std::int64_t experiment() const { return m_experiment; }
    /// Lets go of the connection, as the Writer wants the only one that writes.
    void close() { m_database.reset(); }

private:
    TemporaryFolder m_folder;
    std::optional<Database> m_database;
    std::int64_t m_experiment = 0;
};

/// A job with every column filled.
[[nodiscard]] JobRow fullJob(const std::string &name, std::int64_t experimentId);
/// A job with what it cannot be without.
[[nodiscard]] JobRow plainJob(const std::string &name, std::int64_t experimentId, std::int64_t createdMs = 1);
/// Inserts it; its id, or 0 and a failed test.
std::int64_t added(Database &database, const JobRow &row);

} // namespace atelier::test

#pragma once

#include "core/base/Result.h"
#include "core/domain/TablePage.h"
#include "core/system/Descriptor.h"
#include "core/system/Process.h"

#include <chrono>
#include <filesystem>
#include <string>

namespace atelier {

/// Ends what waits for it, from any thread.
class StopSignal
{
public:
    StopSignal();
    void raise() const;
    [[nodiscard]] bool isRaised() const;
    /// Can be read once it is raised.
    [[nodiscard]] int descriptor() const { return m_event.number(); }

private:
    Descriptor m_event;
};

/// Looks at tables through the program atelier-tables, a process for each look: the library that reads them
/// keeps 34 MB once it was used, and a hostile file harms no one else. Thread-safe.
class TableReader
{
public:
    struct Settings
    {
        std::filesystem::path program; ///< atelier-tables
        std::filesystem::path library; ///< libduckdb.so
        std::chrono::milliseconds timeout = std::chrono::seconds(20);
        std::chrono::milliseconds savingTimeout = std::chrono::minutes(10);
    };
    explicit TableReader(Settings settings)
        : m_settings(std::move(settings))
    {
    }

    /// The part as JSON text, as the program prints it. `name` is the file's own: its suffix may tell the
    /// format. Blocks until the answer is there, the time is over or `stop` is raised.
    [[nodiscard]] Result<std::string> read(
        const Descriptor &file, const std::string &name, const TablePart &part, const StopSignal &stop) const;

    /// Where rows are saved to.
    struct Target
    {
        const Descriptor &csv; ///< an empty file, open for writing
        std::filesystem::path spill; ///< a folder for what is sorted and does not fit into memory
    };
    /// Writes the part's rows into a file as CSV, however many they are; else as read().
    [[nodiscard]] Result<void> save(const Descriptor &file, const std::string &name, const TablePart &part,
        const Target &target, const StopSignal &stop) const;

private:
    [[nodiscard]] SpawnRequest requestFor(
        const Descriptor &file, const std::string &name, const TablePart &part) const;

    const Settings m_settings;
};

} // namespace atelier

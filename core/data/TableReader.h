#pragma once

#include "core/base/Result.h"
#include "core/domain/TablePage.h"
#include "core/system/Descriptor.h"

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
    };
    explicit TableReader(Settings settings)
        : m_settings(std::move(settings))
    {
    }

    /// The part as JSON text, as the program prints it. `name` is the file's own: its suffix may tell the
    /// format. Blocks until the answer is there, the time is over or `stop` is raised.
    [[nodiscard]] Result<std::string> read(
        const Descriptor &file, const std::string &name, const TablePart &part, const StopSignal &stop) const;

private:
    const Settings m_settings;
};

} // namespace atelier

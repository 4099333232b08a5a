#pragma once

#include "core/base/Json.h"
#include "core/service/RouteTable.h"
#include "core/system/PythonInstallation.h"

#include <filesystem>
#include <mutex>

namespace atelier {

struct MachineLoad;

/// As the `load` event and the machine's description carry it.
[[nodiscard]] Json loadJson(const MachineLoad &load);

/// The machine that jobs run on: what it has, and whether what jobs need is there.
class MachineRoutes
{
public:
    /// `cores`: as many as jobs may use at once.
    MachineRoutes(std::filesystem::path workspace, double cores)
        : m_workspace(std::move(workspace))
        , m_cores(cores)
    {
    }
    void add(RouteTable &routes);

private:
    [[nodiscard]] Json describe();
    [[nodiscard]] PythonInstallation python();

    const std::filesystem::path m_workspace;
    const double m_cores;
    std::mutex m_mutex;
    PythonInstallation m_python; ///< asked once, because that takes a while
};

} // namespace atelier

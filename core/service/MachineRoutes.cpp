#include "core/service/MachineRoutes.h"

#include "core/system/HostMetrics.h"
#include "core/system/MachineLoad.h"
#include "core/system/ProcFile.h"

#include <sys/statvfs.h>
#include <unistd.h>

namespace atelier {

namespace {

Json toJson(const PythonInstallation &python)
{
    if (python.version.empty())
        return {{"path", python.path}, {"error", python.error}};
    Json packages = Json::object();
    for (const auto &[name, version] : python.packages)
        packages[name] = version;
    return {{"path", python.path}, {"version", python.version}, {"packages", std::move(packages)}};
}

/// Models of the NVIDIA cards, as their driver lists them.
Json graphicsCards()
{
    Json cards = Json::array();
    std::error_code failure;
    for (const auto &card : std::filesystem::directory_iterator("/proc/driver/nvidia/gpus", failure)) {
        const std::string text = procText((card.path() / "information").string());
        const std::size_t begin = text.find_first_not_of(" \t", text.find("Model:") + 6);
        if (text.rfind("Model:", 0) == 0 && begin != std::string::npos)
            cards.push_back(text.substr(begin, text.find('\n', begin) - begin));
    }
    return cards;
}

Json diskOf(const std::filesystem::path &folder)
{
    struct statvfs status
    {
    };
    if (statvfs(folder.c_str(), &status) != 0)
        return nullptr;
    return {{"bytes", std::uint64_t{status.f_blocks} * status.f_frsize},
        {"free_bytes", std::uint64_t{status.f_bavail} * status.f_frsize}};
}

std::string hostName()
{
    std::string name(256, '\0');
    if (gethostname(name.data(), name.size() - 1) != 0)
        return {};
    return name.c_str();
}

} // namespace

Json loadJson(const MachineLoad &load)
{
    return {
        {"processor", load.processor}, {"memory_bytes", load.memoryBytes}, {"used_bytes", load.usedBytes}};
}

void MachineRoutes::add(RouteTable &routes)
{
    routes.add({http::Method::Get, "/api/v1/machine", Rule::readers(),
        "The machine that jobs run on: cores, memory, disk, Python, graphics cards.",
        [this](Call &) -> Result<http::Response> { return jsonResponse(describe()); }});
}

Json MachineRoutes::describe()
{
    const HostCapacity capacity = hostCapacity();
    return {{"host", hostName()}, {"cores", m_cores}, {"memory_bytes", capacity.memoryBytes},
        {"available_bytes", capacity.availableBytes}, {"disk", diskOf(m_workspace)},
        {"python", toJson(python())}, {"graphics_cards", graphicsCards()}};
}

PythonInstallation MachineRoutes::python()
{
    const std::lock_guard lock(m_mutex);
    // What is missing may have been installed since; what was there is not asked for again.
    if (m_python.version.empty())
        m_python = findPython();
    return m_python;
}

} // namespace atelier

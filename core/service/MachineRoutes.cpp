#include "core/service/MachineRoutes.h"

#include "core/system/HostMetrics.h"
#include "core/system/MachineLoad.h"
#include "core/system/ProcFile.h"
#include "core/system/Process.h"

#include <sys/statvfs.h>
#include <unistd.h>

namespace atelier {

namespace {

constexpr const char *interpreter = "/usr/bin/python3";
/// Packages that samples and most scripts import, without importing them here: that takes a second.
constexpr const char *askPython
    = "import json, platform, importlib.metadata as m\n"
      "found = {}\n"
      "for name in ('numpy', 'pandas', 'scikit-learn', 'mlflow', 'mlflow-skinny', 'torch'):\n"
      "    try: found[name] = m.version(name)\n"
      "    except m.PackageNotFoundError: pass\n"
      "print(json.dumps({'version': platform.python_version(), 'packages': found}))\n";

Json askForPython()
{
    SpawnRequest request;
    request.arguments = {interpreter, "-c", askPython};
    const auto answer = runAndCapture(std::move(request), std::chrono::seconds(20));
    if (!answer || !answer->status.isSuccess())
        return {{"path", interpreter}, {"error", answer ? answer->errors : answer.error().sentence}};
    Json python = parseJson(answer->output).value_or(Json::object());
    python["path"] = interpreter;
    return python;
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
        {"available_bytes", capacity.availableBytes}, {"disk", diskOf(m_workspace)}, {"python", python()},
        {"graphics_cards", graphicsCards()}};
}

Json MachineRoutes::python()
{
    const std::lock_guard lock(m_mutex);
    // What is missing may have been installed since; what was there is not asked for again.
    if (!m_python.is_object() || m_python.contains("error"))
        m_python = askForPython();
    return m_python;
}

} // namespace atelier

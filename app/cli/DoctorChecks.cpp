#include "app/cli/DoctorChecks.h"

#include "app/cli/Readable.h"
#include "core/client/ServiceLocator.h"
#include "core/system/BeneathRoot.h"
#include "core/system/Descriptor.h"
#include "core/system/HostMetrics.h"
#include "core/system/PythonInstallation.h"
#include "core/system/RuntimeFolders.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <fcntl.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace atelier::cli {

namespace {

namespace fs = std::filesystem;
using Health = Check::Health;
using Clock = std::chrono::steady_clock;

Check programCheck(const std::string &name, const fs::path &program)
{
    if (access(program.c_str(), X_OK) == 0)
        return {name, Health::Ok, program.string(), {}};
    return {name, Health::Problem, program.string() + " is not there or cannot be executed.",
        "Install Atelier again; it belongs beside this program."};
}

Check runtimeCheck()
{
    const auto folder = runtimeFolder();
    if (folder)
        return {"Runtime folder", Health::Ok, folder->string(), {}};
    return {"Runtime folder", Health::Problem, folder.error().sentence,
        "The service cannot be reached without it."};
}

Check openat2Check()
{
    if (const auto root = BeneathRoot::open("/"); !root)
        return {"Kernel", Health::Problem, root.error().sentence,
            "Atelier needs Linux 5.6 or later, and a container that allows openat2."};
    return {"Kernel", Health::Ok, "openat2 is there", {}};
}

Check cgroupCheck()
{
    const fs::path group = ownCgroup();
    if (!group.empty() && access((group / "cgroup.procs").c_str(), W_OK) == 0)
        return {"Memory limits", Health::Ok, "jobs get cgroups of their own below " + group.string(), {}};
    return {"Memory limits", Health::Warning, "this session may not make cgroups",
        "Jobs run, but their memory is not limited; a systemd user session delegates them."};
}

Check pythonCheck()
{
    const PythonInstallation python = findPython();
    if (python.version.empty())
        return {"Python", Health::Problem, python.error, "apt-get install python3"};
    const std::string found = python.path + " " + python.version;
    std::string missing;
    for (const char *package : {"numpy", "pandas", "scikit-learn"})
        if (python.packages.find(package) == python.packages.end())
            missing += std::string(missing.empty() ? "" : ", ") + package;
    if (missing.empty())
        return {"Python", Health::Ok, found + " with numpy, pandas and scikit-learn", {}};
    return {"Python", Health::Warning, found + " lacks " + missing,
        "apt-get install python3-pandas python3-sklearn"};
}

Check duckdbCheck()
{
    const char *chosen = std::getenv("ATELIER_RESOURCES");
    const fs::path library = fs::path(chosen == nullptr ? ATELIER_RESOURCES : chosen)
        / "npm/node_modules/@duckdb/node-bindings-linux-x64/libduckdb.so";
    if (access(library.c_str(), R_OK) == 0)
        return {"Tables", Health::Ok, library.string(), {}};
    return {"Tables", Health::Warning, "DuckDB's library is not installed: " + library.string(),
        "Components that read or write Parquet tables fail without it: run packaging/run once."};
}

Check spaceCheck(const fs::path &folder)
{
    constexpr std::uint64_t gibibyte = std::uint64_t{1} << 30U;
    struct statvfs status
    {
    };
    if (statvfs(folder.c_str(), &status) != 0)
        return {"Disk space", Health::Problem, "cannot be asked for " + folder.string(), {}};
    const std::uint64_t free = std::uint64_t{status.f_bavail} * status.f_frsize;
    const std::string finding = readableBytes(free) + " free at " + folder.string();
    if (free < gibibyte)
        return {
            "Disk space", Health::Problem, finding, "Jobs will fail soon: make room, or use another disk."};
    return {"Disk space", free < 10 * gibibyte ? Health::Warning : Health::Ok, finding,
        free < 10 * gibibyte ? "Datasets and models may not fit." : ""};
}

/// The middle of five durable small writes.
std::optional<std::chrono::microseconds> syncTime(const fs::path &folder)
{
    std::string name = (folder / ".doctor-XXXXXX").string();
    const Descriptor file(mkostemp(name.data(), O_CLOEXEC));
    if (!file)
        return std::nullopt;
    unlink(name.c_str());
    std::array<std::chrono::microseconds, 5> times{};
    for (auto &time : times) {
        const auto begin = Clock::now();
        if (write(file.number(), "durable", 7) != 7 || fdatasync(file.number()) != 0)
            return std::nullopt;
        time = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begin);
    }
    std::sort(times.begin(), times.end());
    return times[2];
}

Check syncCheck(const fs::path &folder)
{
    using namespace std::chrono_literals;
    const auto time = syncTime(folder);
    if (!time)
        return {
            "Durable writes", Health::Problem, "cannot write below " + folder.string(), "Check its rights."};
    const std::string finding = std::to_string(time->count()) + " us each";
    if (*time < 50ms)
        return {"Durable writes", Health::Ok, finding, {}};
    return {
        "Durable writes", Health::Warning, finding, "This disk is slow: every change of state waits for it."};
}

} // namespace

std::vector<Check> machineChecks(const std::optional<fs::path> &workspace)
{
    const fs::path service = ServiceLocator::program();
    std::vector<Check> checks{programCheck("Service program", service),
        programCheck("Job supervisor", service.parent_path() / "atelier-jobd"), runtimeCheck(),
        openat2Check(), cgroupCheck(), pythonCheck(), duckdbCheck()};
    if (workspace) {
        checks.push_back(spaceCheck(*workspace));
        checks.push_back(syncCheck(*workspace));
    }
    return checks;
}

} // namespace atelier::cli

#include "core/client/RecentWorkspaces.h"

#include "core/base/Json.h"
#include "core/system/Clock.h"
#include "core/system/File.h"
#include "core/system/InstanceLock.h"
#include "core/system/RuntimeFolders.h"

#include <algorithm>

namespace atelier {

namespace {

constexpr std::size_t longestFile = 1 << 20;
constexpr std::size_t mostWorkspaces = 100;
constexpr std::int64_t recentlyMs = 3'600'000;

} // namespace

Result<RecentWorkspaces> RecentWorkspaces::ofUser()
{
    const auto folder = stateFolder();
    if (!folder)
        return folder.error();
    return RecentWorkspaces(*folder / "workspaces.json");
}

std::vector<RecentWorkspace> RecentWorkspaces::list() const
{
    std::vector<RecentWorkspace> workspaces;
    const auto text = readFile(m_file, longestFile);
    const auto json = text ? parseJson(*text) : std::nullopt;
    if (!json || !json->is_object())
        return workspaces;
    const Json entries = json->value("workspaces", Json::array());
    for (const Json &entry : entries) {
        if (!entry.is_object())
            continue;
        const std::filesystem::path folder = textAt(entry, "path");
        if (folder.is_absolute())
            workspaces.push_back({folder, integerAt(entry, "opened_ms")});
    }
    return workspaces;
}

Result<void> RecentWorkspaces::add(const std::filesystem::path &folder) const
{
    // Every command adds its workspace: mostly there is nothing new to write down.
    const auto known = list();
    const std::int64_t now = nowMs();
    if (!known.empty() && known.front().folder == folder && now - known.front().openedMs < recentlyMs)
        return {};
    return replace(folder, now);
}

Result<void> RecentWorkspaces::forget(const std::filesystem::path &folder) const
{
    return replace(folder, 0);
}

Result<void> RecentWorkspaces::replace(const std::filesystem::path &folder, std::int64_t openedMs) const
{
    std::filesystem::path lockFile = m_file;
    lockFile += ".lock";
    const auto lock = InstanceLock::acquire(lockFile, {});
    if (!lock)
        return lock.error();
    auto workspaces = list();
    std::erase_if(workspaces, [&](const RecentWorkspace &each) { return each.folder == folder; });
    if (openedMs != 0)
        workspaces.insert(workspaces.begin(), {folder, openedMs});
    if (workspaces.size() > mostWorkspaces)
        workspaces.resize(mostWorkspaces);
    Json entries = Json::array();
    for (const RecentWorkspace &each : workspaces)
        entries.push_back({{"path", each.folder.string()}, {"opened_ms", each.openedMs}});
    return durableWrite(m_file, toText({{"workspaces", std::move(entries)}}, 2) + "\n");
}

} // namespace atelier

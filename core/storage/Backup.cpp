#include "core/storage/Backup.h"

#include "core/storage/Database.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace atelier {

namespace {

constexpr const char *unfinished = ".part";

Error backupFailed(const std::string &doing, int number)
{
    return systemError("storage.backup", doing, number);
}

Result<void> makeRoom(Database &database, const std::filesystem::path &folder)
{
    std::error_code code;
    std::filesystem::create_directories(folder, code);
    if (code)
        return backupFailed("make the folder for backups", code.value());
    const auto size
        = database.value<double>("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size");
    if (!size)
        return size.error();
    const std::filesystem::space_info space = std::filesystem::space(folder, code);
    // Room for the copy and for the migration's own growth in the log.
    if (!code && static_cast<double>(space.available) < (*size).value_or(0) * 2.2)
        return Error{ErrorKind::StorageFull, "storage.full",
            "There is not enough free space for a backup of the workspace, so nothing was changed. Free some"
            " space and try again.",
            {}, {}};
    return {};
}

Result<void> checkCopy(const std::filesystem::path &file)
{
    Result<Database> copy = Database::open(file);
    if (!copy)
        return copy.error();
    const auto verdict = copy->value<std::string>("PRAGMA integrity_check(1)");
    if (!verdict)
        return verdict.error();
    if (*verdict != "ok")
        return Error{ErrorKind::Internal, "storage.corrupt",
            "The backup of the workspace is damaged, and so is probably the workspace: "
                + (*verdict).value_or("") + ".",
            {}, {}};
    return {};
}

Result<void> sync(const std::filesystem::path &path)
{
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return backupFailed("open the backup", errno);
    const int outcome = ::fsync(descriptor);
    const int number = errno;
    ::close(descriptor);
    if (outcome != 0)
        return backupFailed("write the backup to the disk", number);
    return {};
}

/// Under a name of its own until it is whole: what has the name of a backup can be restored.
Result<void> copyAndCheck(
    Database &database, const std::filesystem::path &part, const std::filesystem::path &file)
{
    if (Result<void> copied = database.backUpTo(part); !copied)
        return copied;
    if (Result<void> sound = checkCopy(part); !sound)
        return sound;
    if (Result<void> synced = sync(part); !synced)
        return synced;
    if (::rename(part.c_str(), file.c_str()) != 0)
        return backupFailed("give the backup its name", errno);
    return sync(file.parent_path());
}

} // namespace

Result<void> backUpDurably(Database &database, const std::filesystem::path &file)
{
    if (Result<void> room = makeRoom(database, file.parent_path()); !room)
        return room;
    std::filesystem::path part = file;
    part += unfinished;
    Result<void> done = copyAndCheck(database, part, file);
    if (!done) {
        std::error_code ignored;
        std::filesystem::remove(part, ignored);
    }
    return done;
}

Result<void> keepNewestBackups(
    const std::filesystem::path &folder, const std::string &prefix, std::size_t count)
{
    namespace fs = std::filesystem;
    std::vector<std::pair<fs::file_time_type, fs::path>> whole;
    std::vector<fs::path> superfluous;
    std::error_code code;
    for (const fs::directory_entry &entry : fs::directory_iterator(folder, code)) {
        const std::string name = entry.path().filename().string();
        if (name.rfind(prefix, 0) != 0 || !entry.is_regular_file(code))
            continue;
        if (entry.path().extension() == ".db")
            whole.emplace_back(entry.last_write_time(code), entry.path());
        else
            superfluous.push_back(entry.path()); // a copy that was never finished, and what lies beside it
    }
    std::sort(whole.rbegin(), whole.rend());
    for (std::size_t i = count; i < whole.size(); ++i)
        superfluous.push_back(whole[i].second);
    for (const fs::path &file : superfluous)
        if (!fs::remove(file, code) && code)
            break;
    return code ? Result<void>(backupFailed("remove old backups", code.value())) : Result<void>();
}

} // namespace atelier

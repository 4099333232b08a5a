#include "core/storage/Backup.h"

#include "core/storage/Database.h"

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace atelier {

namespace {

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

Result<void> copyAndCheck(Database &database, const std::filesystem::path &file)
{
    if (Result<void> copied = database.backUpTo(file); !copied)
        return copied;
    if (Result<void> sound = checkCopy(file); !sound)
        return sound;
    if (Result<void> synced = sync(file); !synced)
        return synced;
    return sync(file.parent_path());
}

} // namespace

Result<void> backUpDurably(Database &database, const std::filesystem::path &file)
{
    if (Result<void> room = makeRoom(database, file.parent_path()); !room)
        return room;
    Result<void> done = copyAndCheck(database, file);
    if (!done) {
        std::error_code ignored;
        std::filesystem::remove(file, ignored);
    }
    return done;
}

} // namespace atelier

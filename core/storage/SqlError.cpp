#include "core/storage/SqlError.h"

#include <cerrno>
#include <sqlite3.h>

namespace atelier {

namespace {

struct Meaning
{
    ErrorKind kind;
    const char *code;
    const char *sentence;
};

Meaning meaningOf(int primary)
{
    switch (primary) {
    case SQLITE_FULL:
        return {ErrorKind::StorageFull, "storage.full",
            "The disk of the workspace is full, so the change was not kept. Free some space and try again."};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorKind::Busy, "storage.busy",
            "The workspace database is in use by another program. Try again in a moment."};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {ErrorKind::Internal, "storage.corrupt",
            "The workspace database is damaged. Stop the service, keep a copy of workspace.db and"
            " workspace.db-wal, and restore the newest file of the folder backups."};
    case SQLITE_IOERR:
        return {ErrorKind::Internal, "storage.io",
            "The disk of the workspace reported an error, so it is unknown whether the change was kept."
            " Check the disk, then look whether the change is there before repeating it."};
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return {ErrorKind::Forbidden, "storage.read-only",
            "The workspace database cannot be written by this user. Check the permissions of its folder."};
    case SQLITE_CANTOPEN:
        return {ErrorKind::Unavailable, "storage.cannot-open",
            "The workspace database cannot be opened. Check that its folder exists and belongs to this"
            " user."};
    case SQLITE_CONSTRAINT:
        return {ErrorKind::Conflict, "storage.constraint",
            "The change contradicts what the workspace already holds."};
    default:
        return {ErrorKind::Internal, "storage.sql", "The workspace database refused a statement."};
    }
}

/// SQLite calls a full disk an I/O error where it grows the shared memory. After a failed sync it stays one:
/// then it is unknown what was kept.
int primaryCode(sqlite3 *connection, int code)
{
    const int primary = code & 0xff;
    if (primary != SQLITE_IOERR || code == SQLITE_IOERR_FSYNC || code == SQLITE_IOERR_DIR_FSYNC)
        return primary;
    const int number = connection != nullptr ? sqlite3_system_errno(connection) : 0;
    return number == ENOSPC || number == EDQUOT ? SQLITE_FULL : primary;
}

} // namespace

Error sqlError(sqlite3 *connection, int code, const std::string &sql)
{
    const Meaning meaning = meaningOf(primaryCode(connection, code));
    Error error{meaning.kind, meaning.code, meaning.sentence, {}, {}};
    const std::string reason = connection != nullptr ? sqlite3_errmsg(connection) : sqlite3_errstr(code);
    error.sentence += " (SQLite: " + reason + ", " + std::to_string(code) + ")";
    error.arguments.emplace_back("reason", reason);
    error.arguments.emplace_back("sqlite", std::to_string(code));
    if (!sql.empty())
        error.arguments.emplace_back("sql", sql);
    return error;
}

bool isDiskError(const Error &error)
{
    return error.code == "storage.io" || error.code == "storage.corrupt"
        || error.code == "storage.cannot-open";
}

} // namespace atelier

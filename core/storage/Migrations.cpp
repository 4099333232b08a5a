#include "core/storage/Migrations.h"

#include "core/base/Ids.h"
#include "core/storage/Backup.h"
#include "core/storage/Database.h"
#include "core/storage/Transaction.h"

#include <array>
#include <ctime>

namespace atelier {

namespace {

constexpr std::size_t backupsKept = 3;

struct Stamp
{
    std::int64_t applicationId = 0;
    std::int64_t version = 0;
    bool empty = false;
};

Result<Stamp> readStamp(Database &database)
{
    const auto applicationId = database.value<std::int64_t>("PRAGMA application_id");
    if (!applicationId)
        return applicationId.error();
    const auto version = database.value<std::int64_t>("PRAGMA user_version");
    if (!version)
        return version.error();
    const auto objects = database.value<std::int64_t>("SELECT count(*) FROM sqlite_schema");
    if (!objects)
        return objects.error();
    return Stamp{(*applicationId).value_or(0), (*version).value_or(0), (*objects).value_or(0) == 0};
}

Result<void> checkStamp(const Stamp &stamp, std::int64_t newest)
{
    if (stamp.empty && stamp.applicationId == 0 && stamp.version == 0)
        return {};
    if (stamp.applicationId != workspaceApplicationId)
        return Error{ErrorKind::Invalid, "storage.not-a-workspace",
            "This file is a database, but not that of an Atelier workspace. Choose another folder.", {}, {}};
    if (stamp.version > newest)
        return Error{ErrorKind::Invalid, "storage.newer-schema",
            "This workspace was written by a newer version of Atelier (schema "
                + std::to_string(stamp.version) + "; this version knows schemas up to "
                + std::to_string(newest)
                + "). Install the newer version, or restore a backup from before its first start.",
            {{"schema", std::to_string(stamp.version)}, {"known", std::to_string(newest)}}, {}};
    return {};
}

std::string utcStamp()
{
    const std::time_t now = std::time(nullptr);
    std::tm broken{};
    gmtime_r(&now, &broken);
    std::array<char, 32> text{};
    const std::size_t length = std::strftime(text.data(), text.size(), "%Y%m%dT%H%M%SZ", &broken);
    return {text.data(), length};
}

Result<void> backUp(Database &database, const std::filesystem::path &folder, std::int64_t newest)
{
    // Two backups of one second must not meet: an earlier one is never written over.
    const std::string name = "pre-v" + std::to_string(newest) + "-" + utcStamp() + "-" + randomHex(2) + ".db";
    if (Result<void> kept = backUpDurably(database, folder / name); !kept)
        return kept;
    static_cast<void>(keepNewestBackups(folder, "pre-v", backupsKept)); // more than needed do no harm
    return {};
}

Error inStep(const Migration &step, Error error)
{
    error.sentence = "The workspace could not be brought to schema " + std::to_string(step.version)
        + " and is unchanged. " + error.sentence;
    return error;
}

Result<void> checkForeignKeys(Database &database)
{
    const auto broken = database.value<std::string>("SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1");
    if (!broken)
        return broken.error();
    if (*broken)
        return Error{ErrorKind::Internal, "storage.migration",
            "Rows of the table " + **broken + " would point to nothing.", {{"table", **broken}}, {}};
    return {};
}

Result<void> apply(Database &database, const Migration &step)
{
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    if (Result<void> done = database.runScript(std::string(step.sql)); !done)
        return done;
    const std::string stamp = "PRAGMA user_version=" + std::to_string(step.version)
        + ";PRAGMA application_id=" + std::to_string(workspaceApplicationId);
    if (Result<void> done = database.runScript(stamp); !done)
        return done;
    if (Result<void> sound = checkForeignKeys(database); !sound)
        return sound;
    return transaction->commit();
}

} // namespace

Result<void> migrate(
    Database &database, const std::filesystem::path &backups, std::span<const Migration> migrations)
{
    const Result<Stamp> stamp = readStamp(database);
    if (!stamp)
        return stamp.error();
    const std::int64_t newest = migrations.back().version;
    if (Result<void> ours = checkStamp(*stamp, newest); !ours)
        return ours;
    if (stamp->version == newest)
        return {};
    if (stamp->version > 0)
        if (Result<void> kept = backUp(database, backups, newest); !kept)
            return kept;
    for (const Migration &step : migrations)
        if (step.version > stamp->version)
            if (Result<void> applied = apply(database, step); !applied)
                return inStep(step, applied.error());
    return {};
}

} // namespace atelier

#include "core/storage/SettingRepository.h"

#include "core/storage/Database.h"

namespace atelier {

Result<std::optional<std::string>> SettingRepository::find(Database &database, std::string_view key)
{
    return database.value<std::string>("SELECT value FROM setting WHERE key = ?1", key);
}

Result<std::vector<KeyValue>> SettingRepository::startingWith(Database &database, const std::string &prefix)
{
    return database.query(
        "SELECT key, value FROM setting WHERE key GLOB ?1 || '*' ORDER BY key", readKeyValue, prefix);
}

Result<void> SettingRepository::set(Database &database, std::string_view key, std::string_view value)
{
    return database.run("INSERT OR REPLACE INTO setting (key, value) VALUES (?1, ?2)", key, value);
}

Result<void> SettingRepository::remove(Database &database, std::string_view key)
{
    return database.run("DELETE FROM setting WHERE key = ?1", key);
}

} // namespace atelier

#include "core/storage/Database.h"

#include "core/storage/SqlError.h"

#include <cstring>
#include <fcntl.h>
#include <functional>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>
#include <unordered_map>

namespace atelier {

namespace {

/// SQLite would create it readable by everyone; made before SQLite opens it, because closing a descriptor of
/// an open database drops SQLite's locks.
void createPrivately(const std::filesystem::path &file)
{
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor >= 0)
        ::close(descriptor);
}

int rememberLogPages(void *pages, sqlite3 *, const char *, int inLog)
{
    *static_cast<int *>(pages) = inLog;
    return SQLITE_OK;
}

} // namespace

/// The statements of a connection that nobody uses at the moment, and what its hooks write to.
class Database::Cache
{
public:
    Cache() = default;
    Cache(const Cache &) = delete;
    Cache &operator=(const Cache &) = delete;
    ~Cache()
    {
        for (auto &[sql, slot] : m_slots)
            sqlite3_finalize(slot.handle);
    }

    [[nodiscard]] Statement::Slot *find(std::string_view sql)
    {
        const auto found = m_slots.find(sql);
        return found == m_slots.end() ? nullptr : &found->second;
    }

    [[nodiscard]] Statement::Slot *keep(std::string_view sql, sqlite3_stmt *handle)
    {
        if (m_slots.size() >= limit)
            forgetIdle();
        Statement::Slot &slot = m_slots[std::string(sql)];
        slot.handle = handle;
        return &slot;
    }

    int logPages = 0;

private:
    // Text put together from filters would grow it without end; the fixed statements are soon back.
    static constexpr std::size_t limit = 300;

    struct TextHash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };

    void forgetIdle()
    {
        std::erase_if(m_slots, [](const auto &entry) {
            if (entry.second.lent)
                return false;
            sqlite3_finalize(entry.second.handle);
            return true;
        });
    }

    std::unordered_map<std::string, Statement::Slot, TextHash, std::equal_to<>> m_slots;
};

void Database::Close::operator()(sqlite3 *connection) const
{
    sqlite3_close_v2(connection);
}

Database::Database(sqlite3 *connection)
    : m_connection(connection)
    , m_cache(std::make_unique<Cache>())
{
}

Database::Database(Database &&) noexcept = default;
Database::~Database() = default;

Database &Database::operator=(Database &&other) noexcept
{
    m_cache = std::move(other.m_cache);
    m_connection = std::move(other.m_connection);
    return *this;
}

Result<Database> Database::open(const std::filesystem::path &file)
{
    return open(file, Options{});
}

Result<Database> Database::openReadOnly(const std::filesystem::path &file)
{
    return open(file, Options{Access::ReadOnly, {}});
}

Result<Database> Database::open(const std::filesystem::path &file, const Options &options)
{
    if (options.access == Access::ReadWrite)
        createPrivately(file);
    const int access = options.access == Access::ReadWrite ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
                                                           : SQLITE_OPEN_READONLY;
    sqlite3 *connection = nullptr;
    const int code
        = sqlite3_open_v2(file.c_str(), &connection, access | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
            options.vfs.empty() ? nullptr : options.vfs.c_str());
    Database database(connection);
    if (code != SQLITE_OK)
        return sqlError(connection, code);
    if (Result<void> configured = database.configure(options); !configured)
        return configured.error();
    return database;
}

Result<void> Database::configure(const Options &options)
{
    sqlite3 *connection = m_connection.get();
    sqlite3_busy_timeout(connection, 5000);
    // A workspace may come from a stranger: its schema must not run functions, and nothing may write its
    // schema raw.
    sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(connection, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    sqlite3_db_config(connection, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    // Two connections that checkpoint at once can damage the file (SQLite before 3.51.3): only the writer
    // ever does.
    sqlite3_wal_autocheckpoint(connection, 0);
    std::string pragmas = "PRAGMA foreign_keys=ON;PRAGMA cell_size_check=ON;PRAGMA mmap_size=0;";
    if (options.access == Access::ReadOnly) {
        sqlite3_db_config(connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
        return runScript(pragmas + "PRAGMA query_only=ON");
    }
    sqlite3_wal_hook(connection, rememberLogPages, &m_cache->logPages);
    constexpr const char *durable
        = "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA journal_size_limit=67108864;"
          "PRAGMA cache_size=-32768;PRAGMA temp_store=MEMORY";
    return runScript(pragmas + durable);
}

Result<sqlite3_stmt *> Database::compile(std::string_view sql, bool keep)
{
    sqlite3_stmt *handle = nullptr;
    const unsigned flags = keep ? SQLITE_PREPARE_PERSISTENT : 0U;
    const int code = sqlite3_prepare_v3(
        m_connection.get(), sql.data(), static_cast<int>(sql.size()), flags, &handle, nullptr);
    if (code != SQLITE_OK)
        return sqlError(m_connection.get(), code, std::string(sql));
    return handle;
}

Result<Statement> Database::prepare(std::string_view sql)
{
    Statement::Slot *slot = m_cache->find(sql);
    if (slot != nullptr && !slot->lent) {
        slot->lent = true;
        return Statement(slot->handle, slot);
    }
    Result<sqlite3_stmt *> handle = compile(sql, slot == nullptr);
    if (!handle)
        return handle.error();
    if (slot != nullptr) // a row of this very statement is being read: give a second one that is not kept
        return Statement(*handle, nullptr);
    slot = m_cache->keep(sql, *handle);
    slot->lent = true;
    return Statement(*handle, slot);
}

Result<void> Database::runScript(const std::string &script)
{
    const int code = sqlite3_exec(m_connection.get(), script.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return sqlError(m_connection.get(), code);
    return {};
}

std::int64_t Database::lastInsertId() const
{
    return sqlite3_last_insert_rowid(m_connection.get());
}

std::int64_t Database::changedRows() const
{
    return sqlite3_changes64(m_connection.get());
}

std::int64_t Database::totalChangedRows() const
{
    return sqlite3_total_changes64(m_connection.get());
}

bool Database::isInTransaction() const
{
    return sqlite3_get_autocommit(m_connection.get()) == 0;
}

int Database::logPages() const
{
    return m_cache->logPages;
}

Result<void> Database::checkpoint()
{
    int inLog = 0;
    int moved = 0;
    const int code
        = sqlite3_wal_checkpoint_v2(m_connection.get(), nullptr, SQLITE_CHECKPOINT_PASSIVE, &inLog, &moved);
    if (code != SQLITE_OK)
        return sqlError(m_connection.get(), code);
    m_cache->logPages = inLog - moved;
    return {};
}

Result<void> Database::backUpTo(const std::filesystem::path &file)
{
    createPrivately(file);
    sqlite3 *copy = nullptr;
    int code = sqlite3_open_v2(file.c_str(), &copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    const std::unique_ptr<sqlite3, Close> closed(copy);
    if (code != SQLITE_OK)
        return sqlError(copy, code);
    sqlite3_backup *backup = sqlite3_backup_init(copy, "main", m_connection.get(), "main");
    if (backup == nullptr)
        return sqlError(copy, sqlite3_extended_errcode(copy));
    sqlite3_backup_step(backup, -1); // one step: a stepwise copy starts anew with every commit of the writer
    code = sqlite3_backup_finish(backup);
    if (code != SQLITE_OK)
        return sqlError(copy, code);
    return {};
}

} // namespace atelier

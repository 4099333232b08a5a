#pragma once

#include "core/base/Result.h"
#include "core/storage/Statement.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

struct sqlite3;

namespace atelier {

/// One connection to an SQLite file; to be used by one thread at a time. It never checkpoints by itself.
class Database
{
public:
    enum class Access { ReadWrite, ReadOnly };
    struct Options
    {
        Access access = Access::ReadWrite;
        std::string vfs = {}; ///< "" for SQLite's own; tests put a faulty disk here
    };

    /// Opens and, for Access::ReadWrite, creates it (mode 0600).
    [[nodiscard]] static Result<Database> open(const std::filesystem::path &file, const Options &options);
    [[nodiscard]] static Result<Database> open(const std::filesystem::path &file);
    [[nodiscard]] static Result<Database> openReadOnly(const std::filesystem::path &file);

    /// A statement of this text, prepared once and kept; parameters still to be bound.
    [[nodiscard]] Result<Statement> prepare(std::string_view sql);

    /// Runs one statement to its end. A std::vector<Value> as the only argument stands for its elements.
    template<typename... Arguments>
    [[nodiscard]] Result<void> run(std::string_view sql, const Arguments &...arguments)
    {
        Result<Statement> statement = prepare(sql);
        if (!statement)
            return statement.error();
        statement->bindAll(arguments...);
        return statement->finish();
    }

    /// `read(row)` of every row.
    template<typename Read, typename... Arguments>
    [[nodiscard]] auto query(std::string_view sql, Read read, const Arguments &...arguments)
        -> Result<std::vector<std::invoke_result_t<Read, const Row &>>>
    {
        std::vector<std::invoke_result_t<Read, const Row &>> rows;
        Result<void> done = forEach(
            sql, [&](const Row &row) { rows.push_back(read(row)); }, arguments...);
        if (!done)
            return done.error();
        return rows;
    }

    /// `read(row)` of the first row; empty where there is none.
    template<typename Read, typename... Arguments>
    [[nodiscard]] auto first(std::string_view sql, Read read, const Arguments &...arguments)
        -> Result<std::optional<std::invoke_result_t<Read, const Row &>>>
    {
        using Found = std::optional<std::invoke_result_t<Read, const Row &>>;
        Result<Statement> statement = prepare(sql);
        if (!statement)
            return statement.error();
        statement->bindAll(arguments...);
        const Result<bool> more = statement->step();
        if (!more)
            return more.error();
        return *more ? Found(read(statement->row())) : Found();
    }

    /// The first column of the first row; empty where there is no row.
    template<typename T, typename... Arguments>
    [[nodiscard]] Result<std::optional<T>> value(std::string_view sql, const Arguments &...arguments)
    {
        return first(
            sql, [](const Row &row) { return row.get<T>(0); }, arguments...);
    }

    /// Calls `visit(row)` for every row, without keeping them.
    template<typename Visit, typename... Arguments>
    [[nodiscard]] Result<void> forEach(std::string_view sql, Visit visit, const Arguments &...arguments)
    {
        Result<Statement> statement = prepare(sql);
        if (!statement)
            return statement.error();
        statement->bindAll(arguments...);
        for (;;) {
            const Result<bool> more = statement->step();
            if (!more)
                return more.error();
            if (!*more)
                return {};
            visit(statement->row());
        }
    }

    /// Runs a script of several statements without parameters.
    [[nodiscard]] Result<void> runScript(const std::string &script);

    [[nodiscard]] std::int64_t lastInsertId() const;
    [[nodiscard]] std::int64_t changedRows() const; ///< by the last INSERT, UPDATE or DELETE
    [[nodiscard]] std::int64_t totalChangedRows() const; ///< since it was opened
    [[nodiscard]] bool isInTransaction() const;

    /// Pages in the write-ahead log after the last commit of this connection.
    [[nodiscard]] int logPages() const;
    /// Moves what it can from the log to the file without waiting for readers. Only the writer may call this.
    [[nodiscard]] Result<void> checkpoint();
    /// Copies the whole database in one step to a new file.
    [[nodiscard]] Result<void> backUpTo(const std::filesystem::path &file);

private:
    struct Close
    {
        void operator()(sqlite3 *connection) const;
    };
    class Cache;

    explicit Database(sqlite3 *connection);

    [[nodiscard]] Result<void> configure(const Options &options);
    [[nodiscard]] Result<sqlite3_stmt *> compile(std::string_view sql, bool keep);

    std::unique_ptr<sqlite3, Close> m_connection;
    std::unique_ptr<Cache> m_cache; ///< before the connection closes its statements are finalized

public:
    Database(Database &&) noexcept;
    Database &operator=(Database &&) noexcept;
    ~Database();
};

} // namespace atelier

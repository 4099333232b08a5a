#pragma once

#include "core/base/Result.h"
#include "core/storage/Value.h"

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

struct sqlite3_stmt;

namespace atelier {

/// The row a statement stands on; valid until the next step. Columns count from 0.
class Row
{
public:
    explicit Row(sqlite3_stmt *statement)
        : m_statement(statement)
    {
    }

    [[nodiscard]] bool isNull(int column) const;

    /// Integers, bool, double, std::string, Blob, or std::optional of these (empty where the column is NULL).
    template<typename T>
    [[nodiscard]] T get(int column) const
    {
        if constexpr (std::is_same_v<T, bool>)
            return integer(column) != 0;
        else if constexpr (std::integral<T>)
            return static_cast<T>(integer(column));
        else if constexpr (std::is_same_v<T, double>)
            return real(column);
        else if constexpr (std::is_same_v<T, std::string>)
            return std::string(text(column));
        else if constexpr (std::is_same_v<T, Blob>)
            return Blob{std::string(blob(column))};
        else
            return isNull(column) ? T{} : T{get<typename T::value_type>(column)};
    }

    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] std::string_view text(int column) const; ///< valid until the next step
    [[nodiscard]] std::string_view blob(int column) const; ///< valid until the next step

private:
    sqlite3_stmt *m_statement;
};

/// A prepared statement, lent by its Database: reset and handed back at the end of its life.
class Statement
{
public:
    /// Where a Database keeps a statement while nobody uses it.
    struct Slot
    {
        sqlite3_stmt *handle = nullptr;
        bool lent = false;
    };

    Statement(sqlite3_stmt *handle, Slot *slot)
        : m_handle(handle)
        , m_slot(slot)
    {
    }
    Statement(Statement &&other) noexcept
        : m_handle(std::exchange(other.m_handle, nullptr))
        , m_slot(std::exchange(other.m_slot, nullptr))
    {
    }
    Statement &operator=(Statement &&) = delete;
    ~Statement();

    // Positions count from 1. A wrong position or name is a mistake in the program and is answered by step().
    void bind(int position, std::nullptr_t);
    void bind(int position, double value);
    void bind(int position, std::string_view value);
    void bind(int position, const char *value) { bind(position, std::string_view(value)); }
    void bind(int position, const std::string &value) { bind(position, std::string_view(value)); }
    void bind(int position, const Blob &value);
    void bind(int position, const Value &value);
    template<std::integral T>
    void bind(int position, T value)
    {
        bindInteger(position, static_cast<std::int64_t>(value));
    }
    template<typename T>
    void bind(int position, const std::optional<T> &value)
    {
        if (value)
            bind(position, *value);
        else
            bind(position, nullptr);
    }
    /// By name, with its colon: `bind(":name", name)`.
    template<typename T>
    void bind(const char *name, const T &value)
    {
        bind(positionOf(name), value);
    }

    /// Binds all from the first position on; one vector of Values stands for its elements.
    template<typename... Arguments>
    void bindAll(const Arguments &...arguments)
    {
        int position = 0;
        (bind(++position, arguments), ...);
    }
    void bindAll(const std::vector<Value> &values);

    /// True when it stands on a row, false at the end.
    [[nodiscard]] Result<bool> step();
    /// Steps to the end.
    [[nodiscard]] Result<void> finish();
    [[nodiscard]] Row row() const { return Row(m_handle); }
    /// Makes it ready to be stepped again with new values.
    void reset();

private:
    void bindInteger(int position, std::int64_t value);
    [[nodiscard]] int positionOf(const char *name) const;
    void note(int code);

    sqlite3_stmt *m_handle;
    Slot *m_slot; ///< null: it is finalized at the end of its life
    int m_bindError = 0;
};

} // namespace atelier

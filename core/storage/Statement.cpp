#include "core/storage/Statement.h"

#include "core/storage/SqlError.h"

#include <sqlite3.h>

namespace atelier {

namespace {

// The pointer constant -1 of sqlite3.h is an old-style cast; the function pointer type makes it a proper one.
const auto copied = reinterpret_cast<sqlite3_destructor_type>(static_cast<std::intptr_t>(-1));

} // namespace

bool Row::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

std::int64_t Row::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

double Row::real(int column) const
{
    return sqlite3_column_double(m_statement, column);
}

std::string_view Row::text(int column) const
{
    const unsigned char *text = sqlite3_column_text(m_statement, column);
    if (text == nullptr)
        return {};
    return {reinterpret_cast<const char *>(text),
        static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))};
}

std::string_view Row::blob(int column) const
{
    const void *bytes = sqlite3_column_blob(m_statement, column);
    if (bytes == nullptr)
        return {};
    return {static_cast<const char *>(bytes),
        static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))};
}

Statement::~Statement()
{
    if (m_handle == nullptr)
        return;
    if (m_slot == nullptr) {
        sqlite3_finalize(m_handle);
        return;
    }
    reset();
    m_slot->lent = false;
}

void Statement::bind(int position, std::nullptr_t)
{
    note(sqlite3_bind_null(m_handle, position));
}

void Statement::bind(int position, double value)
{
    note(sqlite3_bind_double(m_handle, position, value)); // SQLite keeps NaN as NULL
}

void Statement::bind(int position, std::string_view value)
{
    // A view without data would be bound as NULL; an empty text is meant.
    const char *text = value.data() != nullptr ? value.data() : "";
    note(sqlite3_bind_text64(m_handle, position, text, value.size(), copied, SQLITE_UTF8));
}

void Statement::bind(int position, const Blob &value)
{
    note(sqlite3_bind_blob64(m_handle, position, value.bytes.data(), value.bytes.size(), copied));
}

void Statement::bind(int position, const Value &value)
{
    std::visit([&](const auto &held) { bind(position, held); }, value);
}

void Statement::bindAll(const std::vector<Value> &values)
{
    int position = 0;
    for (const Value &value : values)
        bind(++position, value);
}

void Statement::bindInteger(int position, std::int64_t value)
{
    note(sqlite3_bind_int64(m_handle, position, value));
}

int Statement::positionOf(const char *name) const
{
    return sqlite3_bind_parameter_index(m_handle, name);
}

void Statement::note(int code)
{
    if (code != SQLITE_OK && m_bindError == SQLITE_OK)
        m_bindError = code;
}

Result<bool> Statement::step()
{
    const int code = m_bindError != SQLITE_OK ? m_bindError : sqlite3_step(m_handle);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    return sqlError(sqlite3_db_handle(m_handle), code, sqlite3_sql(m_handle));
}

Result<void> Statement::finish()
{
    for (;;) {
        const Result<bool> more = step();
        if (!more)
            return more.error();
        if (!*more)
            return {};
    }
}

void Statement::reset()
{
    sqlite3_reset(m_handle);
    sqlite3_clear_bindings(m_handle);
    m_bindError = SQLITE_OK;
}

} // namespace atelier

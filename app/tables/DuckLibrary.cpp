#include "app/tables/DuckLibrary.h"

#include <algorithm>
#include <array>
#include <dlfcn.h>
#include <string_view>
#include <type_traits>

namespace atelier::tables {

namespace {

/// As the library's C interface has it; only its own functions look inside.
struct QueryResult
{
    std::array<std::uint64_t, 3> counts{};
    std::array<void *, 3> pointers{};
};

/// A text as it lies in a vector: up to 12 bytes are in it, more are where it points.
struct VectorText
{
    std::uint32_t length;
    std::array<char, 4> head;
    const char *pointer;
};

Error unavailable(const std::string &why)
{
    return {ErrorKind::Unavailable, "table.library",
        "Tables cannot be read, as the library for it " + why
            + ". Type packaging/run in Atelier's folder: it installs the library.",
        {}, {}};
}

/// Without the advice that follows a blank line, and without more of a long line of the file than helps.
std::string reasonOf(const char *text)
{
    constexpr std::size_t longestReason = 100'000;
    const std::string_view whole(text == nullptr ? "" : text);
    return std::string(whole.substr(0, std::min(whole.find("\n\n"), longestReason)));
}

std::string textOf(const VectorText &text)
{
    constexpr std::uint32_t longestInside = 12;
    if (text.length <= longestInside)
        return {reinterpret_cast<const char *>(&text) + sizeof text.length, text.length};
    return {text.pointer, text.length};
}

bool isValid(const std::uint64_t *validity, std::uint64_t row)
{
    return validity == nullptr || ((validity[row / 64] >> (row % 64)) & 1U) != 0;
}

} // namespace

struct DuckLibrary::Interface
{
    int (*open)(const char *, void **) = nullptr;
    int (*connect)(void *, void **) = nullptr;
    int (*query)(void *, const char *, QueryResult *) = nullptr;
    const char *(*result_error)(QueryResult *) = nullptr;
    void (*destroy_result)(QueryResult *) = nullptr;
    int (*prepare)(void *, const char *, void **) = nullptr;
    int (*bind_varchar_length)(void *, std::uint64_t, const char *, std::uint64_t) = nullptr;
    int (*execute_prepared)(void *, QueryResult *) = nullptr;
    void (*destroy_prepare)(void **) = nullptr;
    const char *(*prepare_error)(void *) = nullptr;
    int (*pending_prepared_streaming)(void *, void **) = nullptr;
    int (*execute_pending)(void *, QueryResult *) = nullptr;
    const char *(*pending_error)(void *) = nullptr;
    void (*destroy_pending)(void **) = nullptr;
    std::uint64_t (*column_count)(QueryResult *) = nullptr;
    void *(*fetch_chunk)(QueryResult) = nullptr;
    std::uint64_t (*data_chunk_get_size)(void *) = nullptr;
    void *(*data_chunk_get_vector)(void *, std::uint64_t) = nullptr;
    void (*destroy_data_chunk)(void **) = nullptr;
    void *(*vector_get_data)(void *) = nullptr;
    std::uint64_t *(*vector_get_validity)(void *) = nullptr;

    bool load(void *library)
    {
        const auto find = [library](const char *name, auto &function) {
            const std::string symbol = std::string("duckdb_") + name;
            function = reinterpret_cast<std::remove_reference_t<decltype(function)>>(
                dlsym(library, symbol.c_str()));
            return function != nullptr;
        };
        return find("open", open) && find("connect", connect) && find("query", query)
            && find("result_error", result_error) && find("destroy_result", destroy_result)
            && find("prepare", prepare) && find("bind_varchar_length", bind_varchar_length)
            && find("execute_prepared", execute_prepared) && find("destroy_prepare", destroy_prepare)
            && find("prepare_error", prepare_error)
            && find("pending_prepared_streaming", pending_prepared_streaming)
            && find("execute_pending", execute_pending) && find("pending_error", pending_error)
            && find("destroy_pending", destroy_pending) && find("column_count", column_count)
            && find("fetch_chunk", fetch_chunk) && find("data_chunk_get_size", data_chunk_get_size)
            && find("data_chunk_get_vector", data_chunk_get_vector)
            && find("destroy_data_chunk", destroy_data_chunk) && find("vector_get_data", vector_get_data)
            && find("vector_get_validity", vector_get_validity);
    }

    void take(void *chunk, std::uint64_t columns, TextRows &into) const
    {
        const std::uint64_t count = data_chunk_get_size(chunk);
        const std::size_t first = into.rows.size();
        into.rows.resize(first + count, std::vector<TextRows::Cell>(columns));
        for (std::uint64_t column = 0; column < columns; ++column) {
            void *vector = data_chunk_get_vector(chunk, column);
            const auto *texts = static_cast<const VectorText *>(vector_get_data(vector));
            const std::uint64_t *validity = vector_get_validity(vector);
            for (std::uint64_t row = 0; row < count; ++row)
                if (isValid(validity, row))
                    into.rows[first + row][column] = textOf(texts[row]);
        }
    }
};

Result<DuckLibrary> DuckLibrary::open(
    const std::filesystem::path &library, const std::filesystem::path &spill)
{
    static Interface functions;
    void *handle = library.empty() ? nullptr : dlopen(library.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (handle == nullptr)
        return unavailable("is missing");
    if (!functions.load(handle))
        return unavailable("is another one than Atelier's");
    DuckLibrary opened(functions);
    if (auto connected = opened.connect(spill); !connected)
        return connected.error();
    return opened;
}

Result<void> DuckLibrary::connect(const std::filesystem::path &spill)
{
    void *database = nullptr;
    if (m_functions->open(nullptr, &database) != 0 || m_functions->connect(database, &m_connection) != 0)
        return unavailable("cannot be started");
    std::string folder = spill.string();
    for (std::size_t at = folder.find('\''); at != std::string::npos; at = folder.find('\'', at + 2))
        folder.insert(at, 1, '\'');
    return run("SET threads = 2; SET memory_limit = '512MB'; SET temp_directory = '" + folder
        + "'; SET autoinstall_known_extensions = false; SET autoload_known_extensions = false;"
          "SET allowed_paths = ['"
        + std::string(inputPath) + "']; SET enable_external_access = false; SET lock_configuration = true");
}

Result<TextRows> DuckLibrary::ask(const std::string &sql) const
{
    QueryResult result;
    TextRows rows;
    if (m_functions->query(m_connection, sql.c_str(), &result) != 0) {
        Error error{ErrorKind::Invalid, "table.broken", reasonOf(m_functions->result_error(&result)), {}, {}};
        m_functions->destroy_result(&result);
        return error;
    }
    const std::uint64_t columns = m_functions->column_count(&result);
    while (void *chunk = m_functions->fetch_chunk(result)) {
        m_functions->take(chunk, columns, rows);
        m_functions->destroy_data_chunk(&chunk);
    }
    m_functions->destroy_result(&result);
    return rows;
}

Result<void> DuckLibrary::read(
    const std::string &sql, const std::function<Result<void>(const TextRows &)> &take) const
{
    const auto broken = [](const char *reason) {
        return Error{ErrorKind::Invalid, "table.broken", reasonOf(reason), {}, {}};
    };
    const Interface &duck = *m_functions;
    void *statement = nullptr;
    void *pending = nullptr;
    QueryResult result;
    Result<void> done;
    if (duck.prepare(m_connection, sql.c_str(), &statement) != 0)
        done = broken(duck.prepare_error(statement));
    else if (duck.pending_prepared_streaming(statement, &pending) != 0)
        done = broken(duck.pending_error(pending));
    else if (duck.execute_pending(pending, &result) != 0)
        done = broken(duck.result_error(&result));
    const std::uint64_t columns = done ? duck.column_count(&result) : 0;
    while (done) {
        void *chunk = duck.fetch_chunk(result);
        if (chunk == nullptr)
            break;
        TextRows rows;
        duck.take(chunk, columns, rows);
        duck.destroy_data_chunk(&chunk);
        done = take(rows);
    }
    if (const char *reason = done ? duck.result_error(&result) : nullptr; reason != nullptr)
        done = broken(reason);
    duck.destroy_result(&result);
    duck.destroy_pending(&pending);
    duck.destroy_prepare(&statement);
    return done;
}

Result<void> DuckLibrary::run(const std::string &sql) const
{
    QueryResult result;
    Result<void> done;
    if (m_functions->query(m_connection, sql.c_str(), &result) != 0)
        done
            = Error{ErrorKind::Invalid, "table.broken", reasonOf(m_functions->result_error(&result)), {}, {}};
    m_functions->destroy_result(&result);
    return done;
}

Result<void> DuckLibrary::keep(const std::string &name, const std::string &text) const
{
    void *statement = nullptr;
    QueryResult result;
    const std::string sql = "SET VARIABLE " + name + " = $1";
    const bool isKept = m_functions->prepare(m_connection, sql.c_str(), &statement) == 0
        && m_functions->bind_varchar_length(statement, 1, text.data(), text.size()) == 0
        && m_functions->execute_prepared(statement, &result) == 0;
    if (isKept)
        m_functions->destroy_result(&result);
    m_functions->destroy_prepare(&statement);
    if (isKept)
        return {};
    return Error{ErrorKind::Invalid, "filter.value", "This text is not UTF-8.", {}, {}};
}

} // namespace atelier::tables

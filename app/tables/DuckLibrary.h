#pragma once

#include "core/base/Result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace atelier::tables {

/// A table in memory, as text; nothing is NULL.
struct TextRows
{
    using Cell = std::optional<std::string>;
    std::vector<std::vector<Cell>> rows;
};

/// A DuckDB in memory with one connection, from the library's file by dlopen: no header or package of it is
/// needed to build. It may read standard input and no other file, loads nothing, writes nothing, and has two
/// threads and half a gigabyte. It lives until the process ends.
class DuckLibrary
{
public:
    /// Unavailable where the library is missing or another one. With a folder `spill` it may put there what
    /// does not fit into its memory.
    [[nodiscard]] static Result<DuckLibrary> open(
        const std::filesystem::path &library, const std::filesystem::path &spill = {});

    /// Every column of the answer must be VARCHAR. An error has DuckDB's own words.
    [[nodiscard]] Result<TextRows> ask(const std::string &sql) const;
    /// The same piece by piece, until `take` fails.
    [[nodiscard]] Result<void> read(
        const std::string &sql, const std::function<Result<void>(const TextRows &)> &take) const;
    [[nodiscard]] Result<void> run(const std::string &sql) const;
    /// Keeps a text of anyone's, whatever is in it, as the variable that `getvariable('name')` gives.
    [[nodiscard]] Result<void> keep(const std::string &name, const std::string &text) const;

private:
    struct Interface;

    explicit DuckLibrary(const Interface &functions)
        : m_functions(&functions)
    {
    }
    [[nodiscard]] Result<void> connect(const std::filesystem::path &spill);

    const Interface *m_functions;
    void *m_connection = nullptr;
};

/// What standard input is called for DuckDB.
constexpr const char *inputPath = "/proc/self/fd/0";

} // namespace atelier::tables

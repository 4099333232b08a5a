#include "app/tables/TableSource.h"

#include <cstdlib>

namespace atelier::tables {

namespace {

/// Text up to this size is read once, into memory, with types that hold for every line of it.
constexpr std::uint64_t wholeBytes = 64U << 20U;

std::string quoted(const char *path)
{
    return "'" + std::string(path) + "'";
}

bool says(const Error &error, const char *words)
{
    return error.sentence.find(words) != std::string::npos;
}

bool isEncodingError(const Error &error)
{
    return says(error, "not valid UTF8") || says(error, "Invalid unicode");
}

/// One way to read a text file.
struct Attempt
{
    std::string options;
    std::optional<Error> warning; ///< where the table is then not the file's
};

Attempt with(const std::string &options, const char *code, const std::string &sentence)
{
    return {options, Error{ErrorKind::Invalid, code, sentence, {}, {}}};
}

/// Left to itself DuckDB leaves out first lines that do not fit the others, and notes, and says nothing of
/// it.
Attempt plain(Format format)
{
    if (format == Format::JsonLines)
        return {};
    return {std::string(isUtf16() ? ", encoding = 'utf-16'" : "") + ", skip = 0, comment = ''", {}};
}

Attempt withNotes()
{
    return with(", skip = 0, comment = '#'", "table.notes", "Lines that begin with # are left out.");
}

Attempt latin()
{
    return with(", encoding = 'latin-1', skip = 0, comment = ''", "table.latin-1",
        "This file is not UTF-8; it is shown as Latin-1 (ISO 8859-1).");
}

std::vector<Attempt> lenient(Format format)
{
    const std::string sentence
        = "Not all lines of this file have the same columns: missing cells are empty, and "
          "lines that do not fit at all are left out.";
    if (format == Format::JsonLines)
        return {with(", ignore_errors = true", "table.lines", sentence)};
    const std::string options = std::string(", delim = '") + likelyDelimiter()
        + "', null_padding = true, strict_mode = false, ignore_errors = true";
    return {with(options, "table.lines", sentence),
        with(options + ", all_varchar = true", "table.lines", sentence)};
}

/// A file with ragged lines is taken for one of a single column, whose name is the whole first line.
bool isMisread(const std::vector<Column> &columns)
{
    return columns.size() == 1 && columns.front().name.find_first_of(",;\t|") != std::string::npos;
}

class TextTable
{
public:
    TextTable(const DuckLibrary &duck, Format format, std::uint64_t size)
        : m_duck(duck)
        , m_format(format)
        , m_isWhole(size <= wholeBytes)
    {
    }

    Result<TableSource> open()
    {
        const auto first = read(plain(m_format));
        if (first && first->size() > 1)
            return found(*first, plain(m_format));
        for (const Attempt &further : remedies(first))
            if (const auto columns = read(further); columns && !isMisread(*columns))
                return found(*columns, further);
        if (!first)
            return explained(first.error());
        if (const auto again = read(plain(m_format)); !again)
            return explained(again.error());
        return found(*first, plain(m_format));
    }

private:
    /// What may help where the first attempt failed, or found one column, which may be a misunderstanding.
    [[nodiscard]] std::vector<Attempt> remedies(const Result<std::vector<Column>> &first) const
    {
        std::vector<Attempt> list;
        if (m_format == Format::Delimited && !first && isEncodingError(first.error()))
            list.push_back(latin());
        if (m_format == Format::Delimited && beginsWithNote())
            list.push_back(withNotes());
        if (!first || isMisread(*first))
            for (Attempt &attempt : lenient(m_format))
                list.push_back(std::move(attempt));
        return list;
    }

    Result<std::vector<Column>> read(const Attempt &attempt)
    {
        const char *reader = m_format == Format::JsonLines ? "read_ndjson_auto(" : "read_csv(";
        const std::string source = "FROM " + (reader + quoted(inputPath))
            + ", sample_size = " + (m_isWhole ? "-1" : "200000") + attempt.options + ")";
        const std::string make = m_isWhole ? "CREATE OR REPLACE TEMP TABLE source AS "
                                           : "CREATE OR REPLACE TEMP VIEW source AS ";
        if (auto made = m_duck.run(make + source); !made)
            return made.error();
        return describeColumns(m_duck, "source");
    }

    Result<TableSource> found(const std::vector<Column> &columns, const Attempt &attempt)
    {
        TableSource source;
        source.format = m_format;
        source.columns = columns;
        source.relation = "source";
        source.rowNumber = m_isWhole ? "rowid" : "row_number() OVER ()";
        source.isCountedAtOnce = m_isWhole;
        if (attempt.warning)
            source.warnings.push_back(*attempt.warning);
        return source;
    }

    const DuckLibrary &m_duck;
    const Format m_format;
    const bool m_isWhole;
};

/// Names may repeat or be odd in files: columns are called by their place.
Result<void> makeView(const DuckLibrary &duck, const TableSource &source)
{
    std::string list;
    for (const Column &column : source.viewed) {
        const std::string value
            = column.isReadable ? "#" + std::to_string(column.place + 1) : "'<not UTF-8>'";
        list += (list.empty() ? "" : ", ") + value + " AS " + column.sql;
    }
    if (source.isNumbered)
        list += (list.empty() ? "" : ", ") + source.rowNumber + " AS n";
    return duck.run("CREATE OR REPLACE TEMP VIEW t AS SELECT " + (list.empty() ? "1" : list) + " FROM "
        + source.relation);
}

Result<TableSource> openParquet(const DuckLibrary &duck)
{
    const std::string file = "read_parquet(" + quoted(inputPath);
    TableSource source;
    source.relation = file + ")";
    source.rowNumber = "row_number() OVER ()";
    auto columns = describeColumns(duck, "FROM " + source.relation);
    if (!columns)
        return explained(columns.error());
    source.columns = std::move(*columns);
    // A row is found by its number without reading those before it, unless the file has such a column itself.
    const std::string numbered = file + ", file_row_number = true)";
    if (duck.run("DESCRIBE FROM " + numbered)) {
        source.relation = numbered;
        source.rowNumber = "#" + std::to_string(source.columns.size() + 1);
    }
    return source;
}

} // namespace

Error explained(const Error &error)
{
    if (says(error, "Out of Memory"))
        return {ErrorKind::TooLarge, "table.memory",
            "This table is too large to be looked at here. Download it, or write fewer columns.", {}, {}};
    if (error.kind == ErrorKind::StorageFull || says(error, "No space left"))
        return {ErrorKind::StorageFull, "table.disk-full",
            "There is no room for the rows on the workspace's disk. Make room there, or choose fewer rows.",
            {}, {}};
    if (isEncodingError(error))
        return {ErrorKind::Invalid, "table.encoding",
            "This table has text that is not UTF-8. Write the text of its columns as UTF-8.", {}, {}};
    const std::string line = error.sentence.substr(0, error.sentence.find('\n'));
    const std::size_t colon = line.rfind(": ");
    const std::string reason = colon == std::string::npos ? line : line.substr(colon + 2);
    return {ErrorKind::Invalid, "table.broken",
        "This file cannot be read as a table, it is damaged or none (" + reason + ").", {{"reason", reason}},
        {}};
}

Result<TableSource> openTable(const DuckLibrary &duck, const std::string &fileName, std::uint64_t size)
{
    const auto format = recognise(fileName, size);
    if (!format)
        return format.error();
    return *format == Format::Parquet ? openParquet(duck) : TextTable(duck, *format, size).open();
}

Result<void> view(const DuckLibrary &duck, TableSource &source, const std::vector<std::size_t> &shown,
    const RowChoice &choice)
{
    std::set<std::size_t> places = choice.needed;
    source.isNumbered = !choice.order.empty();
    for (const std::size_t place : shown) {
        source.shown.push_back(source.columns[place]);
        places.insert(place);
    }
    for (const std::size_t place : places)
        source.viewed.push_back(source.columns[place]);
    if (auto made = makeView(duck, source); !made)
        return explained(made.error());
    if (!source.isCountedAtOnce)
        return {};
    const auto rows = countRows(duck, "t");
    if (!rows)
        return rows.error();
    source.rows = *rows;
    return {};
}

Result<void> hideUnreadable(const DuckLibrary &duck, TableSource &source)
{
    std::string names;
    for (Column &column : source.viewed) {
        column.isReadable
            = column.kind != ColumnKind::Text || duck.run("SELECT max(" + column.sql + ") FROM t");
        if (!column.isReadable)
            names += (names.empty() ? "" : ", ") + column.name;
    }
    source.warnings.push_back({ErrorKind::Invalid, "table.encoding",
        "The text of these columns is not UTF-8 and is not shown: " + names + ".", {{"columns", names}}, {}});
    return makeView(duck, source);
}

Result<std::int64_t> countRows(const DuckLibrary &duck, const std::string &rows)
{
    const auto counted = duck.ask("SELECT count(*)::VARCHAR FROM " + rows);
    if (!counted)
        return explained(counted.error());
    return std::strtoll(counted->rows.front().front().value_or("0").c_str(), nullptr, 10);
}

} // namespace atelier::tables

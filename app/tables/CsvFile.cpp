#include "app/tables/CsvFile.h"

#include "core/series/Csv.h"
#include "core/system/File.h"

namespace atelier::tables {

namespace {

constexpr std::size_t pieceBytes = std::size_t{1} << 18U;

class Writing
{
public:
    explicit Writing(int file)
        : m_file(file)
    {
    }

    Result<void> add(const TextRows &rows)
    {
        for (const auto &cells : rows.rows) {
            for (std::size_t i = 0; i < cells.size(); ++i) {
                m_text += i == 0 ? "" : ",";
                m_text += cells[i] ? series::csvText(*cells[i]) : std::string();
            }
            m_text += "\r\n";
            if (m_text.size() < pieceBytes)
                continue;
            if (auto written = flush(); !written)
                return written;
        }
        return {};
    }

    Result<void> flush()
    {
        auto written = writeAll(m_file, m_text, "the rows of the table");
        m_text.clear();
        return written;
    }

private:
    const int m_file;
    std::string m_text;
};

} // namespace

Result<void> writeCsv(const DuckLibrary &duck, const std::vector<Column> &columns, const RowChoice &choice,
    std::int64_t offset, std::int64_t limit, int file)
{
    Writing writing(file);
    TextRows head{{{}}};
    std::string sql;
    for (const Column &column : columns) {
        head.rows.front().emplace_back(column.name);
        sql += (sql.empty() ? "SELECT " : ", ") + column.sql + "::VARCHAR";
    }
    if (auto added = writing.add(head); !added || columns.empty())
        return added;
    const auto read = duck.read(sql + " FROM " + choice.rows + choice.order + " LIMIT "
            + std::to_string(limit) + " OFFSET " + std::to_string(offset),
        [&](const TextRows &rows) { return writing.add(rows); });
    return read ? writing.flush() : read;
}

} // namespace atelier::tables

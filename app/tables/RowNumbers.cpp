#include "app/tables/RowNumbers.h"

#include "app/tables/TableSource.h"

#include <algorithm>
#include <cmath>

namespace atelier::tables {

namespace {

constexpr std::int64_t heapRows = 5000; ///< DuckDB keeps so many at the top without sorting all
constexpr std::int64_t drawnRows = 20'000;
constexpr double safety = 4; ///< standard deviations of a drawn row's place
constexpr std::int64_t wider = 8;

struct Page
{
    std::int64_t offset;
    std::int64_t limit;
};

Result<std::vector<std::string>> numbersFrom(
    const DuckLibrary &duck, const std::string &rows, const Page &page)
{
    const auto answer = duck.ask("SELECT n::VARCHAR FROM " + rows + " LIMIT " + std::to_string(page.limit)
        + " OFFSET " + std::to_string(page.offset));
    if (!answer)
        return answer.error();
    std::vector<std::string> numbers;
    for (const auto &row : answer->rows)
        numbers.push_back(row.front().value_or(""));
    return numbers;
}

/// Rows that were drawn by chance tell between which keys a page lies; rows outside of these are counted
/// only.
class Stretch
{
public:
    Stretch(const DuckLibrary &duck, const RowChoice &choice, std::int64_t total)
        : m_duck(duck)
        , m_rows("(SELECT n, " + choice.key + " AS k FROM " + choice.rows + ")")
        , m_total(total)
    {
    }

    Result<std::vector<std::string>> find(const Page &page)
    {
        if (auto drawn = draw(); !drawn)
            return drawn.error();
        auto margin = static_cast<std::int64_t>(safety * std::sqrt(static_cast<double>(m_drawn)) / 2) + 1;
        while (true) {
            auto numbers = between(page, margin);
            if (!numbers || !numbers->empty() || margin > m_drawn)
                return numbers;
            margin *= wider;
        }
    }

private:
    Result<void> draw()
    {
        const std::int64_t step = std::max<std::int64_t>(1, m_total / drawnRows);
        if (auto made
            = m_duck.run("CREATE TEMP TABLE drawn AS SELECT k, row_number() OVER (ORDER BY k) - 1 AS "
                         "place FROM "
                + m_rows + " WHERE hash(n) % " + std::to_string(step) + " = 0");
            !made)
            return made;
        const auto count = countRows(m_duck, "drawn");
        if (!count)
            return count.error();
        m_drawn = *count;
        return {};
    }

    /// Nothing where the page does not lie whole within the margin.
    Result<std::vector<std::string>> between(const Page &page, std::int64_t margin)
    {
        const double share = static_cast<double>(m_drawn) / static_cast<double>(m_total);
        const std::int64_t end = std::min(page.offset + page.limit, m_total);
        const auto first = static_cast<std::int64_t>(static_cast<double>(page.offset) * share) - margin;
        const auto last = static_cast<std::int64_t>(static_cast<double>(end) * share) + margin;
        std::string where;
        std::int64_t below = 0;
        if (first >= 0) {
            if (auto kept = keepKey("low", first); !kept)
                return kept.error();
            const auto counted = countRows(m_duck, m_rows + " WHERE k < getvariable('low')");
            if (!counted)
                return counted.error();
            below = *counted;
            where = " WHERE k >= getvariable('low')";
        }
        if (last < m_drawn) {
            if (auto kept = keepKey("high", last); !kept)
                return kept.error();
            where += (where.empty() ? " WHERE " : " AND ") + std::string("k <= getvariable('high')");
        }
        if (below > page.offset)
            return std::vector<std::string>();
        auto numbers
            = numbersFrom(m_duck, m_rows + where + " ORDER BY k", {page.offset - below, end - page.offset});
        if (numbers && std::ssize(*numbers) < end - page.offset && !where.empty())
            numbers->clear();
        return numbers;
    }

    [[nodiscard]] Result<void> keepKey(const std::string &name, std::int64_t place) const
    {
        return m_duck.run(
            "SET VARIABLE " + name + " = (SELECT k FROM drawn WHERE place = " + std::to_string(place) + ")");
    }

    const DuckLibrary &m_duck;
    const std::string m_rows;
    const std::int64_t m_total;
    std::int64_t m_drawn = 0;
};

} // namespace

Result<std::vector<std::string>> rowNumbers(
    const DuckLibrary &duck, const RowChoice &choice, std::int64_t offset, std::int64_t limit)
{
    if (offset + limit <= heapRows)
        return numbersFrom(duck, choice.rows + choice.order, {offset, limit});
    const auto total = countRows(duck, choice.rows);
    if (!total)
        return total.error();
    if (offset >= *total)
        return std::vector<std::string>();
    return Stretch(duck, choice, *total).find({offset, limit});
}

} // namespace atelier::tables

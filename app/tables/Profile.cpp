#include "app/tables/Profile.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace atelier::tables {

namespace {

constexpr int bins = 22;
constexpr std::int64_t mostCategories = 1000; ///< more different texts than this are not counted one by one
constexpr std::size_t topCategories = 8;
constexpr std::size_t numbersOfAColumn = 8;

enum Figure { Filled, Distinct, Smallest, Largest, Mean, Low, High, NotFinite };

/// What of a value is spread over the bins: the number itself, or a time in seconds.
std::string measureOf(const Column &column)
{
    return column.kind == ColumnKind::Time ? "epoch(" + column.sql + ")" : column.sql + "::DOUBLE";
}

bool hasInfinities(const Column &column)
{
    return column.isFloating() || (column.kind == ColumnKind::Time && column.type.rfind("TIME", 0) != 0)
        || column.type.rfind("TIMESTAMP", 0) == 0;
}

/// Figures are of the finite values alone: one NaN would be every column's largest.
std::string onlyFinite(const Column &column)
{
    return hasInfinities(column) ? " FILTER (WHERE isfinite(" + column.sql + "))" : "";
}

std::string figuresOf(const Column &column)
{
    const std::string &c = column.sql;
    std::string sql = "count(" + c + ")::VARCHAR, approx_count_distinct(" + c + ")::VARCHAR";
    if (!column.isNumber() && column.kind != ColumnKind::Time)
        return sql
            + ", NULL::VARCHAR, NULL::VARCHAR, NULL::VARCHAR, NULL::VARCHAR, NULL::VARCHAR, NULL::VARCHAR";
    const std::string finite = onlyFinite(column);
    const std::string measure = measureOf(column);
    const auto figure = [&](const char *name, const std::string &of) {
        sql += ", (" + (name + ("(" + of + ")")) + finite + ")::VARCHAR";
    };
    figure("min", c);
    figure("max", c);
    if (column.isNumber())
        figure("avg", measure);
    else
        sql += ", NULL::VARCHAR";
    figure("min", measure);
    figure("max", measure);
    return sql
        + (hasInfinities(column) ? ", (count(" + c + ") FILTER (WHERE NOT isfinite(" + c + ")))::VARCHAR"
                                 : ", NULL::VARCHAR");
}

using Cells = std::vector<TextRows::Cell>;

std::int64_t wholeOf(const TextRows::Cell &cell)
{
    return cell ? std::strtoll(cell->c_str(), nullptr, 10) : 0;
}

double realOf(const TextRows::Cell &cell)
{
    return cell ? std::strtod(cell->c_str(), nullptr) : std::nan("");
}

std::string exact(double value)
{
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "'%.17g'::DOUBLE", value);
    return text.data();
}

/// The number of a value's bin. Halves where the range itself is more than a double holds.
std::string binOf(const Column &column, double low, double high)
{
    const std::string measure = measureOf(column);
    const bool fits = std::isfinite(high - low);
    const std::string share = fits
        ? "(" + measure + " - " + exact(low) + ") / " + exact(high - low)
        : "(" + measure + " / 2 - " + exact(low / 2) + ") / " + exact(high / 2 - low / 2);
    const std::string last = std::to_string(bins - 1);
    return "TRY_CAST(least(" + last + ", floor(" + share + " * " + std::to_string(bins) + ")) AS UTINYINT)";
}

bool hasCategories(const Column &column, std::int64_t distinct)
{
    return column.kind == ColumnKind::Boolean
        || (column.kind == ColumnKind::Text && distinct <= mostCategories);
}

/// Counts by bin or by category as one JSON object, NULL where a column has neither.
std::string countsOf(const Column &column, const TextRows::Cell *figures)
{
    const double low = realOf(figures[Low]);
    const double high = realOf(figures[High]);
    if (low < high)
        return "to_json(histogram(" + binOf(column, low, high) + ")" + onlyFinite(column) + ")::VARCHAR";
    if (hasCategories(column, wholeOf(figures[Distinct])))
        return "to_json(histogram(left(" + column.sql + "::VARCHAR, 100)))::VARCHAR";
    return "NULL::VARCHAR";
}

Json histogramOf(const TextRows::Cell *figures, const Json &counts)
{
    const double low = realOf(figures[Low]);
    const double high = realOf(figures[High]);
    if (!(low <= high))
        return nullptr;
    Json list = Json::array();
    if (low == high) {
        list.push_back(wholeOf(figures[Filled]) - wholeOf(figures[NotFinite]));
        return {{"low", low}, {"high", high}, {"counts", std::move(list)}};
    }
    for (int bin = 0; bin < bins; ++bin)
        list.push_back(integerAt(counts, std::to_string(bin).c_str()));
    return {{"low", low}, {"high", high}, {"counts", std::move(list)}};
}

Json categoriesOf(const Json &counts, std::int64_t filled)
{
    std::vector<std::pair<std::string, std::int64_t>> all;
    for (const auto &[category, count] : counts.items())
        all.emplace_back(category, count.get<std::int64_t>());
    std::sort(all.begin(), all.end(), [](const auto &a, const auto &b) {
        return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    all.resize(std::min(all.size(), topCategories));
    Json list = Json::array();
    for (const auto &[category, count] : all)
        list.push_back({{"value", category}, {"count", count},
            {"share", static_cast<double>(count) / static_cast<double>(filled)}});
    return list;
}

Json profileOf(
    const Column &column, const TextRows::Cell *figures, const TextRows::Cell &counted, std::int64_t rows)
{
    const std::int64_t filled = wholeOf(figures[Filled]);
    Json profile{{"empty", rows - filled}, {"distinct", std::min(wholeOf(figures[Distinct]), filled)}};
    const Json counts = counted ? parseJson(*counted).value_or(Json::object()) : Json::object();
    if (hasCategories(column, wholeOf(figures[Distinct])) && filled > 0) {
        profile["distinct"] = counts.size();
        profile["top"] = categoriesOf(counts, filled);
    }
    if (!figures[Smallest])
        return profile;
    profile["min"] = valueJson(column, figures[Smallest]);
    profile["max"] = valueJson(column, figures[Largest]);
    if (figures[Mean])
        profile["mean"] = numberJson(realOf(figures[Mean]));
    if (const std::int64_t notFinite = wholeOf(figures[NotFinite]); notFinite > 0)
        profile["not_finite"] = notFinite;
    profile["histogram"] = histogramOf(figures, counts);
    return profile;
}

} // namespace

Result<Json> profileColumns(const DuckLibrary &duck, const std::vector<Column> &columns)
{
    std::string sql = "SELECT count(*)::VARCHAR";
    for (const Column &column : columns)
        sql += ", " + figuresOf(column);
    const auto figures = duck.ask(sql + " FROM t");
    if (!figures)
        return figures.error();
    const Cells &cells = figures->rows.front();
    const auto of = [&](std::size_t column) { return cells.data() + 1 + column * numbersOfAColumn; };
    sql = "SELECT NULL::VARCHAR";
    for (std::size_t i = 0; i < columns.size(); ++i)
        sql += ", " + countsOf(columns[i], of(i));
    const auto counts = duck.ask(sql + " FROM t");
    if (!counts)
        return counts.error();
    Json profiles = Json::array();
    for (std::size_t i = 0; i < columns.size(); ++i)
        profiles.push_back(profileOf(columns[i], of(i),
            counts->rows.empty() ? TextRows::Cell() : counts->rows.front()[i + 1], wholeOf(cells.front())));
    return profiles;
}

} // namespace atelier::tables

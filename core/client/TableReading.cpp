#include "core/client/TableReading.h"

#include "core/base/ErrorJson.h"
#include "core/client/JobReading.h"

#include <algorithm>
#include <array>

namespace atelier {

namespace {

ValueKind kindFrom(const std::string &name)
{
    static constexpr std::array<const char *, 7> names{
        "integer", "decimal", "boolean", "text", "time", "binary", "nested"};
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? ValueKind::Text : static_cast<ValueKind>(found - names.begin());
}

Histogram histogramFrom(const Json &json)
{
    Histogram histogram{numberAt(json, "low"), numberAt(json, "high"), {}};
    for (const Json &count : arrayAt(json, "counts"))
        histogram.counts.push_back(count.is_number_integer() ? count.get<std::int64_t>() : 0);
    return histogram;
}

ColumnProfile profileFrom(const Json &json)
{
    ColumnProfile profile;
    profile.empty = integerAt(json, "empty");
    profile.distinct = integerAt(json, "distinct");
    profile.least = json.value("min", Json());
    profile.greatest = json.value("max", Json());
    if (json.contains("mean"))
        profile.mean = numberAt(json, "mean");
    profile.notFinite = integerAt(json, "not_finite");
    if (const auto histogram = json.find("histogram"); histogram != json.end() && histogram->is_object())
        profile.histogram = histogramFrom(*histogram);
    for (const Json &category : arrayAt(json, "top"))
        profile.top.push_back(
            {textAt(category, "value"), integerAt(category, "count"), numberAt(category, "share")});
    return profile;
}

TableColumn columnFrom(const Json &json)
{
    TableColumn column{textAt(json, "name"), textAt(json, "type"), kindFrom(textAt(json, "kind")), {}};
    if (const auto profile = json.find("profile"); profile != json.end() && profile->is_object())
        column.profile = profileFrom(*profile);
    return column;
}

} // namespace

TablePage tablePageFrom(const Json &json)
{
    TablePage page;
    page.format = textAt(json, "format");
    if (const auto rows = json.find("row_count"); rows != json.end() && rows->is_number_integer())
        page.rowCount = rows->get<std::int64_t>();
    if (const auto matches = json.find("match_count"); matches != json.end() && matches->is_number_integer())
        page.matchCount = matches->get<std::int64_t>();
    page.columnCount = integerAt(json, "column_count");
    page.offset = integerAt(json, "offset");
    page.firstColumn = integerAt(json, "first_column");
    for (const Json &column : arrayAt(json, "columns"))
        page.columns.push_back(columnFrom(column));
    for (const Json &row : arrayAt(json, "rows"))
        if (row.is_array() && row.size() == page.columns.size())
            page.rows.push_back(row);
    for (const Json &warning : arrayAt(json, "warnings"))
        page.warnings.push_back(errorFromJson(warning));
    return page;
}

std::vector<std::pair<std::string, std::string>> parametersOf(const TablePart &part)
{
    return {{"offset", std::to_string(part.offset)}, {"limit", std::to_string(part.limit)},
        {"first_column", std::to_string(part.firstColumn)},
        {"columns", part.names.empty() ? std::to_string(part.columns) : part.names},
        {"profile", part.wantsProfile ? "1" : "0"}, {"filter", part.filter}, {"sort", part.sort}};
}

std::vector<std::pair<std::string, std::string>> csvParametersOf(const TablePart &part)
{
    std::vector<std::pair<std::string, std::string>> parameters{
        {"format", "csv"}, {"filter", part.filter}, {"sort", part.sort}};
    if (!part.names.empty())
        parameters.emplace_back("columns", part.names);
    return parameters;
}

} // namespace atelier

#include "app/tables/ColumnChoice.h"

#include "core/document/Nearest.h"

#include <algorithm>

namespace atelier::tables {

Result<Column> columnNamed(
    const std::vector<Column> &columns, const TableFilterWord &name, const std::string &what)
{
    const auto found = std::find_if(
        columns.begin(), columns.end(), [&](const Column &column) { return column.name == name.text; });
    if (found != columns.end())
        return *found;
    std::vector<std::string_view> names;
    for (const Column &column : columns)
        names.emplace_back(column.name);
    return Error{ErrorKind::Invalid, "filter.column",
        "This table has no column '" + excerpt(name.text) + "'." + didYouMean(name.text, names),
        {{"column", excerpt(name.text)}}, {what, 1, name.column, {}}};
}

Result<std::vector<std::size_t>> chooseColumns(const std::vector<Column> &columns, const ColumnWish &wish)
{
    std::vector<std::size_t> places;
    if (wish.names.empty()) {
        const auto count = static_cast<std::int64_t>(columns.size());
        const std::int64_t first = std::clamp<std::int64_t>(wish.first, 0, count);
        const std::int64_t end = first + std::clamp<std::int64_t>(wish.count, 0, count - first);
        for (std::int64_t place = first; place < end; ++place)
            places.push_back(static_cast<std::size_t>(place));
        return places;
    }
    const auto names = parseTableKeys(wish.names, "columns");
    if (!names)
        return names.error();
    for (const TableKey &key : *names) {
        const auto column = columnNamed(columns, key.name, "columns");
        if (!column)
            return column.error();
        places.push_back(column->place);
    }
    return places;
}

} // namespace atelier::tables

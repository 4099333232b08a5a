#include "app/cli/TableLook.h"

#include "app/cli/Readable.h"
#include "app/cli/Session.h"
#include "app/cli/Table.h"
#include "core/client/TableReading.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace atelier::cli {

namespace {

constexpr std::size_t widestCell = 40;

/// One line, cut to what a terminal has room for.
std::string lineOf(const std::string &text)
{
    std::string line;
    std::size_t characters = 0;
    for (const char c : text) {
        const bool isStart = (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
        if (isStart && ++characters > widestCell)
            return line + "…";
        line += static_cast<unsigned char>(c) < ' ' || c == '\x7f' ? ' ' : c;
    }
    return line;
}

std::string cellText(const Json &cell)
{
    if (cell.is_null())
        return "–";
    return lineOf(cell.is_string() ? cell.get<std::string>() : toText(cell));
}

std::string rowsText(const TablePage &page)
{
    std::vector<std::string> titles;
    for (const TableColumn &column : page.columns)
        titles.push_back(lineOf(column.name));
    Table table(titles);
    for (const Json &row : page.rows) {
        std::vector<std::string> cells;
        for (const Json &cell : row)
            cells.push_back(cellText(cell));
        table.add(std::move(cells));
    }
    return table.text();
}

/// The histogram as a row of bars, the categories with their shares.
std::string distributionText(const ColumnProfile &profile)
{
    static constexpr std::array<const char *, 9> bars{" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
    std::string text;
    if (profile.histogram && !profile.histogram->counts.empty()) {
        const auto &counts = profile.histogram->counts;
        const std::int64_t most = std::max<std::int64_t>(1, *std::max_element(counts.begin(), counts.end()));
        for (const std::int64_t count : counts)
            text += bars[static_cast<std::size_t>((count * 8 + most - 1) / most)];
    }
    for (std::size_t i = 0; i < std::min<std::size_t>(3, profile.top.size()); ++i)
        text += (i == 0 ? "" : ", ") + lineOf(profile.top[i].value) + " "
            + std::to_string(static_cast<int>(profile.top[i].share * 100 + 0.5)) + " %";
    return text;
}

std::string profileText(const TablePage &page)
{
    Table table({"COLUMN", "TYPE", "EMPTY", "DISTINCT", "MIN", "MAX", "MEAN", "DISTRIBUTION"});
    for (const TableColumn &column : page.columns) {
        const ColumnProfile profile = column.profile.value_or(ColumnProfile());
        table.add({lineOf(column.name), lineOf(column.type), std::to_string(profile.empty),
            std::to_string(profile.distinct), cellText(profile.least), cellText(profile.greatest),
            profile.mean ? readableNumber(numberJson(*profile.mean)) : "–", distributionText(profile)});
    }
    return table.text();
}

std::string rangeText(std::int64_t first, std::size_t count)
{
    return std::to_string(first + (count == 0 ? 0 : 1)) + " to "
        + std::to_string(first + static_cast<std::int64_t>(count));
}

std::string summaryText(const TablePage &page, bool isProfile)
{
    std::string text = isProfile ? "Over all rows" : "Rows " + rangeText(page.offset, page.rows.size());
    if (page.matchCount && !isProfile)
        text += " of " + std::to_string(*page.matchCount)
            + (page.rowCount ? " (of " + std::to_string(*page.rowCount) + ")" : "");
    else if (page.rowCount)
        text += (isProfile ? ", " : " of ") + std::to_string(*page.rowCount);
    return text + ", columns " + rangeText(page.firstColumn, page.columns.size()) + " of "
        + std::to_string(page.columnCount) + ".";
}

/// What was asked for of these, under the names that the address has.
http::Fields csvQuery(const Arguments &arguments)
{
    http::Fields query{{"format", "csv"}};
    for (const auto &[option, key] : std::initializer_list<std::pair<const char *, const char *>>{
             {"--rows", "limit"}, {"--offset", "offset"}, {"--first-column", "first_column"},
             {"--columns", "columns"}, {"--filter", "filter"}, {"--sort", "sort"}})
        if (arguments.has(option))
            query.emplace_back(key, arguments.value(option));
    return query;
}

void printCsv(Session &session, const std::string &address)
{
    Descriptor output(fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 0));
    if (!output)
        return session.fail({systemError("table.output", "write to standard output", errno)});
    session.client().downloadInto(
        address, csvQuery(session.arguments()), std::move(output), &session, [&session](const Reply &reply) {
            reply.isSuccess() ? session.finish(0) : session.fail(reply.errors);
        });
}

void look(Session &session, const std::string &address)
{
    const Arguments &arguments = session.arguments();
    if (arguments.value("--format") == "csv")
        return printCsv(session, address);
    http::Fields query{{"limit", arguments.value("--rows", "20")},
        {"offset", arguments.value("--offset", "0")},
        {"first_column", arguments.value("--first-column", "0")},
        {"columns", arguments.value("--columns", "50")}, {"profile", arguments.has("--profile") ? "1" : "0"},
        {"filter", arguments.value("--filter")}, {"sort", arguments.value("--sort")}};
    session.client().get(address, std::move(query), &session, [&session](const Reply &reply) {
        if (!reply.isSuccess())
            return session.fail(reply.errors);
        const TablePage page = tablePageFrom(reply.json);
        if (session.wantsJson()) {
            session.printJson(reply.json);
            return session.finish(0);
        }
        session.warn(page.warnings);
        const bool isProfile = session.arguments().has("--profile");
        session.terminal().out(isProfile ? profileText(page) : rowsText(page));
        session.note(summaryText(page, isProfile));
        session.finish(0);
    });
}

} // namespace

std::vector<Option> tableOptions()
{
    return {{"--rows", "", "N",
                "At most so many rows, 500 or fewer; 20 where it is not given. With csv all, or any number."},
        {"--offset", "", "N", "Leaves out the first N rows."},
        {"--columns", "", "N|NAMES",
            "At most so many columns, 100 or fewer; 50 where it is not given. Or their names, with commas."},
        {"--filter", "", "TEXT",
            "Only the rows that it leaves: 'age>40 city=Rome,Oslo name:ada -score is empty'."},
        {"--sort", "", "NAMES", "The order: 'age,-score' is by age and then by score, the highest first."},
        {"--first-column", "", "N", "Leaves out the first N columns."},
        {"--profile", "", "",
            "What the columns hold over all rows: empty cells, least and greatest, distribution."}};
}

void lookAtJobTable(Session &session)
{
    look(session,
        "/api/v1/jobs/" + session.arguments().operand(0) + "/tables/" + session.arguments().operand(1));
}

void lookAtAssetTable(Session &session)
{
    const std::string asset = "/api/v1/data/" + session.arguments().operand(0);
    if (session.arguments().has("--version"))
        return look(session, asset + "/versions/" + session.arguments().value("--version") + "/table");
    session.client().get(asset, {}, &session, [&session, asset](const Reply &reply) {
        if (!reply.isSuccess())
            return session.fail(reply.errors);
        const Json versions = reply.json.value("versions", Json::array());
        const std::string latest = versions.empty() ? "" : textAt(versions.front(), "version");
        look(session, asset + "/versions/" + latest + "/table");
    });
}

} // namespace atelier::cli

// atelier-tables: looks at one table, the file on standard input, and prints a page of it as JSON.

#include "app/tables/ColumnChoice.h"
#include "app/tables/CsvFile.h"
#include "app/tables/Profile.h"
#include "app/tables/RowChoice.h"
#include "app/tables/Rows.h"
#include "app/tables/TableSource.h"
#include "core/base/ErrorJson.h"

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

using namespace atelier;
using namespace atelier::tables;

struct Arguments
{
    std::filesystem::path library;
    std::string name; ///< of the file: its suffix may tell the format
    std::int64_t offset = 0;
    std::int64_t limit = 100;
    ColumnWish columns;
    std::string filter;
    std::string sort;
    bool wantsProfile = false;
    bool wantsCsv = false; ///< into the file that is open as `csvFile`
    std::filesystem::path spill; ///< where what is to be sorted may lie meanwhile
};

constexpr int csvFile = 3;

bool parse(int count, char **values, Arguments &arguments)
{
    for (int i = 1; i < count; ++i) {
        const std::string option = values[i];
        if (option == "--profile") {
            arguments.wantsProfile = true;
            continue;
        }
        if (option == "--csv") {
            arguments.wantsCsv = true;
            continue;
        }
        if (++i == count)
            return false;
        if (option == "--library")
            arguments.library = values[i];
        else if (option == "--name")
            arguments.name = values[i];
        else if (option == "--offset")
            arguments.offset = std::atoll(values[i]);
        else if (option == "--limit")
            arguments.limit = std::atoll(values[i]);
        else if (option == "--first-column")
            arguments.columns.first = std::atoll(values[i]);
        else if (option == "--columns")
            arguments.columns.count = std::atoll(values[i]);
        else if (option == "--names")
            arguments.columns.names = values[i];
        else if (option == "--filter")
            arguments.filter = values[i];
        else if (option == "--spill")
            arguments.spill = values[i];
        else if (option == "--sort")
            arguments.sort = values[i];
        else
            return false;
    }
    return true;
}

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr rlim_t mostMemory = RLIM_INFINITY; // a sanitizer's own maps are terabytes
#else
constexpr rlim_t mostMemory = rlim_t{2} << 30U;
#endif

/// The file comes from anyone: whoever finds a hole in the reader shall not get far with it.
void giveUpRights()
{
    const auto limit = [](__rlimit_resource what, rlim_t value) {
        const rlimit both{value, value};
        setrlimit(what, &both);
    };
    limit(RLIMIT_DATA, mostMemory);
    limit(RLIMIT_CORE, 0);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL); // nobody else would want the answer
}

Result<Json> columnsJson(const DuckLibrary &duck, const std::vector<Column> &columns, bool wantsProfile)
{
    Json list = Json::array();
    for (const Column &column : columns)
        list.push_back({{"name", column.name}, {"type", column.type}, {"kind", name(column.kind)}});
    if (!wantsProfile)
        return list;
    auto profiles = profileColumns(duck, columns);
    if (!profiles)
        return explained(profiles.error());
    for (std::size_t i = 0; i < columns.size(); ++i)
        list[i]["profile"] = std::move((*profiles)[i]);
    return list;
}

/// How many rows are left by the filter; without reading them again where the page shows the last of them.
Result<std::int64_t> countMatches(
    const DuckLibrary &duck, const RowChoice &choice, const Arguments &arguments, std::size_t rows)
{
    const auto shown = static_cast<std::int64_t>(rows);
    if (shown < arguments.limit && (shown > 0 || arguments.offset == 0))
        return arguments.offset + shown;
    return countRows(duck, choice.rows);
}

Result<Json> pageOf(
    const DuckLibrary &duck, TableSource &source, const RowChoice &choice, const Arguments &arguments)
{
    auto described = columnsJson(duck, source.shown, arguments.wantsProfile);
    if (!described)
        return described.error();
    auto rows = readRows(duck, source.shown, choice, arguments.offset, arguments.limit);
    if (!rows)
        return explained(rows.error());
    if (!source.rows && arguments.wantsProfile)
        if (const auto counted = countRows(duck, "t"))
            source.rows = *counted;
    Json warnings = Json::array();
    for (const Error &warning : source.warnings)
        warnings.push_back(toJson(warning));
    Json page{{"format", name(source.format)}, {"row_count", source.rows ? Json(*source.rows) : Json()},
        {"column_count", source.columns.size()}, {"offset", arguments.offset},
        {"first_column", arguments.columns.first}, {"columns", std::move(*described)},
        {"rows", std::move(*rows)}, {"warnings", std::move(warnings)}};
    if (!choice.isFiltered)
        return page;
    const auto matches = countMatches(duck, choice, arguments, page["rows"].size());
    if (!matches)
        return matches.error();
    page["match_count"] = *matches;
    return page;
}

Result<Json> csvOf(
    const DuckLibrary &duck, TableSource &source, const RowChoice &choice, const Arguments &arguments)
{
    // What an attempt before this one has written.
    if (ftruncate(csvFile, 0) != 0 || lseek(csvFile, 0, SEEK_SET) != 0)
        return systemError("table.file", "begin the file of rows", errno);
    const auto written = writeCsv(duck, source.shown, choice, arguments.offset, arguments.limit, csvFile);
    if (!written)
        return explained(written.error());
    return Json::object();
}

Result<Json> look(const Arguments &arguments)
{
    struct stat status
    {
    };
    if (fstat(STDIN_FILENO, &status) != 0 || !S_ISREG(status.st_mode))
        return Error{ErrorKind::Invalid, "table.file", "Standard input is no file.", {}, {}};
    const auto duck = DuckLibrary::open(arguments.library, arguments.spill);
    if (!duck)
        return duck.error();
    auto source = openTable(*duck, arguments.name, static_cast<std::uint64_t>(status.st_size));
    if (!source)
        return source.error();
    const auto shown = chooseColumns(source->columns, arguments.columns);
    if (!shown)
        return shown.error();
    const auto choice = chooseRows(*duck, source->columns, arguments.filter, arguments.sort);
    if (!choice)
        return choice.error();
    if (auto viewed = view(*duck, *source, *shown, *choice); !viewed)
        return viewed.error();
    const auto answer = arguments.wantsCsv ? csvOf : pageOf;
    auto page = answer(*duck, *source, *choice, arguments);
    if (page || source->format != Format::Parquet || page.error().code != "table.encoding")
        return page;
    if (const auto hidden = hideUnreadable(*duck, *source); !hidden)
        return hidden.error();
    return answer(*duck, *source, *choice, arguments);
}

void print(const Json &json)
{
    const std::string text = toText(json);
    std::fwrite(text.data(), 1, text.size(), stdout);
    std::fflush(stdout);
}

} // namespace

int main(int count, char **values)
{
    Arguments arguments;
    if (!parse(count, values, arguments)) {
        std::fputs(
            "Usage: atelier-tables --library FILE [--name NAME] [--offset N] [--limit N] [--first-column N]\n"
            "       [--columns N | --names NAME,…] [--filter TEXT] [--sort NAME,-NAME] [--profile] < TABLE\n"
            "       The same with --csv [--spill FOLDER] 3> FILE: all rows from the offset on, as CSV.\n",
            stderr);
        return 2;
    }
    giveUpRights();
    const auto answer = look(arguments);
    print(answer ? *answer : Json{{"errors", Json::array({toJson(answer.error())})}});
    _exit(answer ? 0 : 1); // taking the library apart takes longer than looking
}

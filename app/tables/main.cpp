// atelier-tables: looks at one table, the file on standard input, and prints a page of it as JSON.

#include "app/tables/Profile.h"
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
    ColumnRange columns{0, 50};
    bool wantsProfile = false;
};

bool parse(int count, char **values, Arguments &arguments)
{
    for (int i = 1; i < count; ++i) {
        const std::string option = values[i];
        if (option == "--profile") {
            arguments.wantsProfile = true;
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

Result<Json> pageOf(const DuckLibrary &duck, TableSource &source, const Arguments &arguments)
{
    auto described = columnsJson(duck, source.columns, arguments.wantsProfile);
    if (!described)
        return described.error();
    auto rows = readRows(duck, source.columns, arguments.offset, arguments.limit);
    if (!rows)
        return explained(rows.error());
    if (!source.rows && arguments.wantsProfile)
        if (const auto counted = countRows(duck))
            source.rows = *counted;
    Json warnings = Json::array();
    for (const Error &warning : source.warnings)
        warnings.push_back(toJson(warning));
    return Json{{"format", name(source.format)}, {"row_count", source.rows ? Json(*source.rows) : Json()},
        {"column_count", source.columnCount}, {"offset", arguments.offset},
        {"first_column", arguments.columns.first}, {"columns", std::move(*described)},
        {"rows", std::move(*rows)}, {"warnings", std::move(warnings)}};
}

Result<Json> look(const Arguments &arguments)
{
    struct stat status
    {
    };
    if (fstat(STDIN_FILENO, &status) != 0 || !S_ISREG(status.st_mode))
        return Error{ErrorKind::Invalid, "table.file", "Standard input is no file.", {}, {}};
    const auto duck = DuckLibrary::open(arguments.library);
    if (!duck)
        return duck.error();
    auto source
        = openTable(*duck, arguments.name, static_cast<std::uint64_t>(status.st_size), arguments.columns);
    if (!source)
        return source.error();
    auto page = pageOf(*duck, *source, arguments);
    if (page || source->format != Format::Parquet || page.error().code != "table.encoding")
        return page;
    if (const auto hidden = hideUnreadable(*duck, *source); !hidden)
        return hidden.error();
    return pageOf(*duck, *source, arguments);
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
            "       [--columns N] [--profile] < TABLE\n",
            stderr);
        return 2;
    }
    giveUpRights();
    const auto answer = look(arguments);
    print(answer ? *answer : Json{{"errors", Json::array({toJson(answer.error())})}});
    _exit(answer ? 0 : 1); // taking the library apart takes longer than looking
}

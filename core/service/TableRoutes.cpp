#include "core/service/TableRoutes.h"

#include "core/base/Ids.h"
#include "core/document/TableFilterGrammar.h"
#include "core/service/JobParameters.h"
#include "core/storage/DataAssetRepository.h"
#include "core/storage/Database.h"
#include "core/system/BeneathRoot.h"
#include "core/system/File.h"
#include "core/system/FileTree.h"

#include <fcntl.h>
#include <limits>
#include <sys/stat.h>

namespace atelier {

namespace {

constexpr std::size_t looksAtOnce = 2;
constexpr std::size_t longestQueue = 32;
constexpr std::size_t savesAtOnce = 1;
constexpr std::size_t longestSavingQueue = 4;
constexpr std::int64_t mostRows = 500;
constexpr std::int64_t mostColumns = 100;
constexpr std::int64_t mostNames = 10'000; ///< of columns of which nothing else is asked

/// `columns` as names: where it is no number, or a number in quotes.
std::string namesOf(const Call &call)
{
    const std::string_view columns = call.request.parameter("columns");
    const bool isNumber = columns.find_first_not_of("0123456789") == std::string_view::npos;
    return isNumber ? std::string() : std::string(columns);
}

bool wantsCsv(const Call &call)
{
    return call.request.parameter("format") == "csv";
}

Result<TablePart> partOf(const Call &call)
{
    constexpr std::int64_t any = std::numeric_limits<std::int64_t>::max() / 2;
    const bool isCsv = wantsCsv(call);
    TablePart part;
    if (isCsv)
        part.limit = part.columns = any;
    std::int64_t profile = 0;
    part.filter = call.request.parameter("filter");
    part.sort = call.request.parameter("sort");
    part.names = namesOf(call);
    if (!part.names.empty()) {
        const auto names = parseTableKeys(part.names, "columns");
        if (!names)
            return names.error();
        if (std::ssize(*names) > mostColumns && !isCsv)
            return Error{ErrorKind::Invalid, "request.parameter",
                "At most " + std::to_string(mostColumns) + " columns can be named in one call.",
                {{"parameter", "columns"}}, {}};
    }
    const bool isLong = call.request.parameter("limit") == "0" && call.request.parameter("profile") != "1";
    const std::tuple<const char *, std::int64_t &, std::int64_t> parameters[] = {{"offset", part.offset, any},
        {"limit", part.limit, isCsv ? any : mostRows}, {"first_column", part.firstColumn, any},
        {"columns", part.columns,
            isCsv        ? any
                : isLong ? mostNames
                         : mostColumns},
        {"profile", profile, 1}};
    for (const auto &[key, value, most] : parameters) {
        if (key == std::string_view("columns") && !part.names.empty())
            continue;
        const auto number = wholeNumber(call, key, value, most);
        if (!number)
            return number.error();
        value = *number;
    }
    part.wantsProfile = profile == 1 && !isCsv;
    return part;
}

/// A folder that goes with everything in it.
class TemporaryFolder
{
public:
    explicit TemporaryFolder(std::filesystem::path path)
        : m_path(std::move(path))
    {
    }
    ~TemporaryFolder() { static_cast<void>(removeTree(m_path)); }
    TemporaryFolder(const TemporaryFolder &) = delete;
    TemporaryFolder &operator=(const TemporaryFolder &) = delete;

    [[nodiscard]] const std::filesystem::path &path() const { return m_path; }

private:
    const std::filesystem::path m_path;
};

Error noTable(const std::string &sentence)
{
    return {ErrorKind::Invalid, "table.file", sentence, {}, {}};
}

} // namespace

TableRoutes::TableRoutes(Parts parts)
    : m_parts(std::move(parts))
    , m_profiles(m_parts.layout.cache() / "tables")
    , m_saving(m_parts.layout.cache() / "rows")
    , m_savingPool(savesAtOnce, longestSavingQueue)
    , m_pool(looksAtOnce, longestQueue)
{
    static_cast<void>(removeTree(m_saving)); // what a service that was killed has left
}

void TableRoutes::add(RouteTable &routes)
{
    Route ofJob{http::Method::Get, "/api/v1/jobs/{name}/tables/{path...}", Rule::everyone(),
        "A page of a job's file that is a table (Parquet, CSV, TSV, JSON lines): `limit` rows from `offset` "
        "on, `columns` columns from `first_column` on, or those that `columns` names; rows that `filter` "
        "leaves (age>40 city=Rome,Oslo name:ada -score is empty), in the order of `sort` (age,-score); with "
        "profile=1 what these columns hold over all rows. With format=csv all of these rows as a file, of "
        "all "
        "columns where none are named.",
        {}};
    ofJob.asyncAnswer = [this](Call call, const http::Respond &respond) {
        look(std::move(call), respond, &TableRoutes::openJobFile);
    };
    routes.add(std::move(ofJob));
    Route ofAsset{http::Method::Get, "/api/v1/data/{name}/versions/{version}/table", Rule::everyone(),
        "A page of a data asset that is one table; parameters and answer as with a job's table.", {}};
    ofAsset.asyncAnswer = [this](Call call, const http::Respond &respond) {
        look(std::move(call), respond, &TableRoutes::openAsset);
    };
    routes.add(std::move(ofAsset));
}

void TableRoutes::look(Call call, const http::Respond &respond, Open open)
{
    const auto stop = std::make_shared<StopSignal>();
    if (call.request.whenGone)
        call.request.whenGone([stop] { stop->raise(); });
    const auto kept = std::make_shared<Call>(std::move(call));
    WorkerPool &pool = wantsCsv(*kept) ? m_savingPool : m_pool;
    const bool taken = pool.post([this, kept, respond, open, stop] {
        if (stop->isRaised())
            return;
        auto response = answer(*kept, open, *stop);
        respond(response ? std::move(*response) : errorResponse(response.error(), ErrorForm::Native));
    });
    if (!taken)
        respond(errorResponse({ErrorKind::Busy, "table.busy",
                                  "Many tables are being looked at already; try again in a moment.", {}, {}},
            ErrorForm::Native));
}

Result<http::Response> TableRoutes::answer(const Call &call, Open open, const StopSignal &stop)
{
    const std::string_view format = call.request.parameter("format");
    if (!format.empty() && format != "csv" && format != "json")
        return Error{ErrorKind::Invalid, "request.parameter", "A table comes as format=json or format=csv.",
            {{"parameter", "format"}}, {}};
    const auto part = partOf(call);
    if (!part)
        return part.error();
    const auto file = (this->*open)(call);
    if (!file)
        return file.error();
    return wantsCsv(call) ? save(*file, *part, stop) : read(*file, *part, stop);
}

Result<http::Response> TableRoutes::read(const File &file, const TablePart &part, const StopSignal &stop)
{
    const auto key = part.wantsProfile ? ProfileCache::keyOf(file.descriptor, file.name, part) : std::nullopt;
    http::Response response;
    if (auto kept = key ? m_profiles.find(*key) : std::nullopt) {
        response.body = std::move(*kept);
        return response;
    }
    auto text = m_parts.reader.read(file.descriptor, file.name, part, stop);
    if (!text)
        return text.error();
    if (key)
        m_profiles.keep(*key, *text);
    response.body = std::move(*text);
    return response;
}

/// Whole before the first byte of it is sent: whatever fails is an error then, and no file that only looks
/// whole.
Result<http::Response> TableRoutes::save(
    const File &file, const TablePart &part, const StopSignal &stop) const
{
    constexpr std::size_t nameBytes = 8;
    const TemporaryFolder folder(m_saving / randomHex(nameBytes));
    if (auto made = makeFolders(folder.path()); !made)
        return made.error();
    const std::filesystem::path path = folder.path() / "rows.csv";
    Descriptor csv(open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!csv)
        return systemError("table.save", "write " + path.string(), errno);
    if (auto saved = m_parts.reader.save(file.descriptor, file.name, part, {csv, folder.path()}, stop);
        !saved)
        return saved.error();
    struct stat status
    {
    };
    if (fstat(csv.number(), &status) != 0)
        return systemError("table.save", "read " + path.string(), errno);
    http::Response response;
    response.contentType = "text/csv; charset=utf-8";
    response.file
        = std::make_shared<http::FileRegion>(csv.release(), 0, static_cast<std::uint64_t>(status.st_size));
    return response;
}

Result<TableRoutes::File> TableRoutes::openJobFile(const Call &call)
{
    const std::string &path = call.path.at("path");
    const auto row = m_parts.jobs.origin(call.path.at("name"));
    if (!row)
        return row.error();
    if (const auto checked = checkJobFile(path); !checked)
        return checked.error();
    const auto root = BeneathRoot::open(m_parts.layout.job(row->name));
    if (!root)
        return root.error();
    auto file = root->openFile(path);
    if (!file)
        return file.error();
    return File{std::move(*file), std::filesystem::path(path).filename().string()};
}

Result<TableRoutes::File> TableRoutes::openAsset(const Call &call)
{
    const std::string &name = call.path.at("name");
    const std::string &version = call.path.at("version");
    const auto asset = m_parts.readers.read(
        [&](Database &database) { return DataAssetRepository::find(database, name, version); });
    if (!asset)
        return asset.error();
    if (!*asset)
        return Error{ErrorKind::NotFound, "data.not-found",
            "There is no data asset " + name + ":" + version + " in this workspace.", {}, {}};
    const std::filesystem::path path = (*asset)->path;
    // Never a pipe or a device: opening one could block, or do something.
    Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!file)
        return systemError("table.file", "open " + path.string(), errno);
    struct stat status
    {
    };
    if (fstat(file.number(), &status) != 0 || !S_ISREG(status.st_mode))
        return noTable(
            "This data asset is a folder: only one that is a single file can be shown as a table.");
    return File{std::move(file), path.filename().string()};
}

} // namespace atelier

#include "app/cli/JobDownload.h"

#include "app/cli/JobTables.h"
#include "app/cli/Readable.h"
#include "app/cli/Session.h"
#include "core/base/ErrorJson.h"
#include "core/base/Json.h"
#include "core/system/File.h"

#include <algorithm>

namespace atelier::cli {

namespace {

namespace fs = std::filesystem;

constexpr int filesAtOnce = 4;

/// A path that stays below the folder it is put into.
bool isInside(const fs::path &path)
{
    return !path.empty() && path.is_relative()
        && std::none_of(
            path.begin(), path.end(), [](const fs::path &part) { return part == ".." || part.empty(); });
}

} // namespace

JobDownload::JobDownload(Session &session, std::string job, fs::path target)
    : m_session(session)
    , m_job(std::move(job))
    , m_target(std::move(target))
{
}

void JobDownload::start()
{
    std::error_code failure;
    if (fs::exists(m_target, failure)
        && (!fs::is_directory(m_target, failure) || !fs::is_empty(m_target, failure)))
        return m_session.fail({{ErrorKind::Conflict, "download.not-empty",
            m_target.string() + " is there already and not an empty folder: name another one by --output.",
            {}, {}}});
    m_session.client().get("/api/v1/jobs/" + m_job, {}, this, [this](const Reply &reply) {
        if (!reply.isSuccess())
            return m_session.fail(reply.errors);
        plan(reply.json);
        listNext();
    });
}

void JobDownload::plan(const Json &job)
{
    const Json steps = job.value("steps", Json::array());
    for (const char *part : {"outputs", "logs"}) {
        if (steps.empty())
            m_listings.push_back({m_job, part, m_target / part});
        for (const Json &step : steps)
            m_listings.push_back({textAt(step, "name"), part, m_target / labelOf(step) / part});
    }
}

void JobDownload::listNext()
{
    if (m_listings.empty()) {
        m_count = m_files.size();
        return fetch();
    }
    const Listing listing = std::move(m_listings.front());
    m_listings.pop_front();
    m_session.client().get("/api/v1/jobs/" + listing.job + "/files/" + listing.part, {}, this,
        [this, listing](const Reply &reply) {
            const bool isAbsent = !reply.isSuccess() && reply.errors.front().kind == ErrorKind::NotFound;
            if (!reply.isSuccess() && !isAbsent)
                return m_session.fail(reply.errors);
            for (const Json &warning : reply.json.value("warnings", Json::array()))
                m_session.warn({errorFromJson(warning)});
            if (isAbsent || addFiles(listing, reply.json.value("files", Json::array())))
                listNext();
        });
}

bool JobDownload::addFiles(const Listing &listing, const Json &files)
{
    for (const Json &file : files) {
        const std::string path = textAt(file, "path");
        if (!isInside(path)) {
            m_session.fail({{ErrorKind::Invalid, "download.path",
                "The service names a file that lies outside the job: " + path + ".", {}, {}}});
            return false;
        }
        m_files.push_back({"/api/v1/jobs/" + listing.job + "/files/" + listing.part + "/" + path,
            listing.folder / path, static_cast<std::uint64_t>(integerAt(file, "size"))});
    }
    return true;
}

void JobDownload::fetch()
{
    if (m_files.empty() && m_inFlight == 0)
        return finish();
    while (!m_files.empty() && m_inFlight < filesAtOnce) {
        const File file = std::move(m_files.front());
        m_files.pop_front();
        std::error_code failure;
        fs::create_directories(file.target.parent_path(), failure);
        if (failure)
            return m_session.fail({systemError("download.folder",
                "make the folder " + file.target.parent_path().string(), failure.value())});
        ++m_inFlight;
        m_session.client().download(
            file.address, file.target, this, [this, file](const Reply &reply) { fetched(file, reply); });
    }
}

void JobDownload::fetched(const File &file, const Reply &reply)
{
    --m_inFlight;
    if (!reply.isSuccess())
        return m_session.fail(reply.errors);
    ++m_done;
    m_bytes += file.bytes;
    m_session.terminal().progress(
        std::to_string(m_done) + " of " + std::to_string(m_count) + " files, " + readableBytes(m_bytes));
    fetch();
}

void JobDownload::finish()
{
    if (m_session.wantsJson())
        m_session.printJson({{"folder", m_target.string()}, {"files", m_done}, {"bytes", m_bytes}});
    else
        m_session.terminal().out("Downloaded " + std::to_string(m_done) + " files (" + readableBytes(m_bytes)
            + ") into " + m_target.string() + "\n");
    m_session.finish(0);
}

} // namespace atelier::cli

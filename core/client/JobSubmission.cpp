#include "core/client/JobSubmission.h"

#include "core/base/ErrorJson.h"
#include "core/base/Ids.h"
#include "core/base/Json.h"
#include "core/client/PlacedErrors.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace atelier {

namespace {

constexpr std::size_t blobsAtOnce = 4;

/// Every code of a document, with its key path.
std::vector<std::pair<std::string, Code *>> codesOf(JobDocument &document)
{
    std::vector<std::pair<std::string, Code *>> codes;
    if (auto *pipeline = std::get_if<PipelineJob>(&document)) {
        for (auto &[name, step] : pipeline->jobs)
            codes.emplace_back("jobs." + name + ".component.code", &step.component.code);
    } else {
        codes.emplace_back("code", &std::get<CommandJob>(document).code);
    }
    return codes;
}

std::vector<Error> errorsIn(const Json &list)
{
    std::vector<Error> errors;
    if (list.is_array())
        for (const Json &error : list)
            errors.push_back(errorFromJson(error));
    return errors;
}

} // namespace

JobSubmission::JobSubmission(ServiceClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
}

JobSubmission::~JobSubmission()
{
    if (m_worker.joinable())
        m_worker.join();
}

void JobSubmission::submit(Request request)
{
    start(std::move(request), Purpose::Submit);
}

void JobSubmission::validate(Request request)
{
    start(std::move(request), Purpose::Validate);
}

void JobSubmission::start(Request request, Purpose purpose)
{
    m_request = std::move(request);
    m_purpose = purpose;
    m_worker = std::thread([this, asked = m_request, purpose] {
        auto result = std::make_shared<Prepared>(prepare(asked, purpose));
        m_mailbox.post([this, result] { prepared(std::move(*result)); });
    });
}

JobSubmission::Prepared JobSubmission::prepare(const Request &request, Purpose purpose)
{
    Prepared prepared;
    prepared.loaded = loadJob(request.file, request.settings);
    prepared.errors = prepared.loaded.errors;
    if (!prepared.loaded.value || purpose == Purpose::Validate)
        return prepared;
    for (const auto &[path, code] : codesOf(*prepared.loaded.value)) {
        if (code->path.empty() || !code->snapshot.empty())
            continue;
        auto known = prepared.code.find(code->path);
        if (known == prepared.code.end()) {
            auto snapshot = takeSnapshot(code->path);
            if (!snapshot) {
                Error error = snapshot.error();
                error.location = prepared.loaded.locate(path);
                prepared.errors.push_back(std::move(error));
                continue;
            }
            known = prepared.code.emplace(code->path, std::move(*snapshot)).first;
        }
        code->snapshot = known->second.digest;
    }
    return prepared;
}

void JobSubmission::prepared(Prepared prepared)
{
    m_prepared = std::move(prepared);
    if (!m_prepared.errors.empty())
        return fail(m_prepared.errors);
    JobHeader &header = headerOf(*m_prepared.loaded.value);
    if (!m_request.name.empty())
        header.name = m_request.name;
    if (header.name.empty())
        header.name = randomJobName(); // here, so that a repeated call means the same job
    if (header.experimentName.empty())
        header.experimentName = m_request.experiment;
    if (m_purpose == Purpose::Validate)
        return sendForChecking();
    for (const auto &[path, snapshot] : m_prepared.code)
        m_snapshots.push_back(&snapshot);
    sendNextSnapshot();
}

void JobSubmission::sendNextSnapshot()
{
    if (m_snapshots.empty())
        return sendJob();
    offerSnapshot(*m_snapshots.front());
}

void JobSubmission::offerSnapshot(const CodeSnapshot &snapshot)
{
    m_client.put(
        "/api/v1/snapshots/" + snapshot.digest, toJson(snapshot.manifest), this, [this](const Reply &reply) {
            if (!reply.isSuccess())
                return fail(reply.errors);
            const Json missing = reply.json.value("missing", Json::array());
            if (missing.empty()) {
                m_snapshots.pop_front();
                return sendNextSnapshot();
            }
            for (const Json &sha256 : missing)
                if (sha256.is_string())
                    m_blobs.push_back(sha256.get<std::string>());
            m_files += m_blobs.size();
            Q_EMIT progressed(m_sent, m_files);
            sendBlobs();
        });
}

void JobSubmission::sendBlobs()
{
    const CodeSnapshot &snapshot = *m_snapshots.front();
    if (m_blobs.empty() && m_inFlight == 0)
        return offerSnapshot(snapshot);
    while (!m_blobs.empty() && m_inFlight < blobsAtOnce) {
        const std::string sha256 = std::move(m_blobs.front());
        m_blobs.pop_front();
        const auto file = snapshot.blobs.find(sha256);
        if (file == snapshot.blobs.end())
            return fail({{ErrorKind::Internal, "snapshot.missing",
                "The service asks for a file that is not part of the code.", {}, {}}});
        ++m_inFlight;
        m_client.upload("/api/v1/blobs/" + sha256, file->second, this, [this](const Reply &reply) {
            --m_inFlight;
            if (!reply.isSuccess())
                return fail(reply.errors);
            Q_EMIT progressed(++m_sent, m_files);
            sendBlobs();
        });
    }
}

void JobSubmission::sendJob()
{
    const JobDocument &document = *m_prepared.loaded.value;
    m_client.put("/api/v1/jobs/" + headerOf(document).name, {{"document", jobToJson(document)}}, this,
        [this](const Reply &reply) {
            if (!reply.isSuccess())
                return fail(placedErrors(reply.errors, m_prepared.loaded.tree));
            Q_EMIT submitted(reply.json.value("job", Json::object()), warningsWith(reply.json));
        });
}

void JobSubmission::sendForChecking()
{
    const JobDocument &document = *m_prepared.loaded.value;
    m_client.post("/api/v1/jobs/" + headerOf(document).name + "/validate",
        {{"document", jobToJson(document)}}, this, [this](const Reply &reply) {
            const std::vector<Error> errors
                = reply.isSuccess() ? errorsIn(reply.json.value("errors", Json::array())) : reply.errors;
            if (!errors.empty())
                return fail(placedErrors(errors, m_prepared.loaded.tree));
            Q_EMIT validated(warningsWith(reply.json));
        });
}

void JobSubmission::fail(const std::vector<Error> &errors)
{
    // Several uploads are under way at once: the first failure is the one to tell.
    if (std::exchange(m_hasFailed, true))
        return;
    m_blobs.clear();
    Q_EMIT failed(errors, m_prepared.loaded.warnings);
}

std::vector<Error> JobSubmission::warningsWith(const Json &answer) const
{
    // The service reads the same document again: only what it alone knows is added.
    std::vector<Error> warnings = m_prepared.loaded.warnings;
    for (Error &warning :
        placedErrors(errorsIn(answer.value("warnings", Json::array())), m_prepared.loaded.tree)) {
        const bool isKnown = std::any_of(warnings.begin(), warnings.end(),
            [&](const Error &other) { return other.sentence == warning.sentence; });
        if (!isKnown)
            warnings.push_back(std::move(warning));
    }
    return warnings;
}

} // namespace atelier

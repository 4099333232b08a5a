#include "core/service/TrackingRoutes.h"

#include "core/base/Json.h"
#include "core/tracking/MlflowError.h"
#include "core/tracking/MlflowFields.h"

#include <array>

namespace atelier {

namespace {

using http::Method;

constexpr std::uint64_t batchLimit = 16U << 20U; // 1000 entries of the longest values and keys, escaped
constexpr std::uint64_t inputsLimit = 64U << 20U; // a dataset's profile may have 16 million characters
constexpr std::uint64_t artifactLimit = std::uint64_t{1} << 44U;

/// The interface's level as clients ask it: before the spans of traces, which are not served.
constexpr const char *mlflowVersion = "2.22.5";

constexpr std::array<const char *, 4> prefixes{
    "/api/2.0/mlflow/", "/api/3.0/mlflow/", "/ajax-api/2.0/mlflow/", "/ajax-api/3.0/mlflow/"};

/// The message of a call: the query of a GET, the body of anything else.
Result<Json> messageOfCall(const Call &call)
{
    if (call.request.method == Method::Get)
        return messageOf(call.request.query);
    std::string_view type = call.request.header("content-type");
    type = type.substr(0, type.find(';'));
    if (!call.request.body.empty() && type != "application/json")
        return invalidParameter("Bad Request. Content-Type must be one of ['application/json'].");
    return call.body();
}

/// Adds a route at every address that clients of some age use for it.
void addEverywhere(RouteTable &routes, Route route)
{
    const std::string name = route.pattern;
    route.errors = ErrorForm::Mlflow;
    for (const char *prefix : prefixes) {
        route.pattern = prefix + name;
        routes.add(route);
    }
}

using Answer = std::function<Result<Json>(const Caller &, const Json &)>;

void addCall(RouteTable &routes, Method method, const char *name, Rule rule, const char *summary,
    Answer answer, std::uint64_t bodyLimit = 1U << 20U)
{
    Route route{
        method, name, rule, summary, [answer = std::move(answer)](Call &call) -> Result<http::Response> {
            const auto message = messageOfCall(call);
            if (!message)
                return message.error();
            const auto json = answer(call.caller, *message);
            if (!json)
                return json.error();
            return jsonResponse(*json);
        }};
    route.bodyLimit = bodyLimit;
    addEverywhere(routes, std::move(route));
}

/// The route's function that calls a member of one of the parts.
template<typename Part>
Answer member(Part &part, Result<Json> (Part::*function)(const Caller &, const Json &))
{
    return [&part, function](
               const Caller &caller, const Json &message) { return (part.*function)(caller, message); };
}

template<typename Part>
Answer member(const Part &part, Result<Json> (Part::*function)(const Caller &, const Json &) const)
{
    return [&part, function](
               const Caller &caller, const Json &message) { return (part.*function)(caller, message); };
}

http::Response textResponse(const char *text)
{
    http::Response response;
    response.contentType = "text/plain; charset=utf-8";
    response.body = text;
    return response;
}

/// `attachment` with the name in a form that no name can break out of.
std::string disposition(const std::string &name)
{
    static constexpr std::string_view digits = "0123456789ABCDEF";
    std::string value = "attachment; filename*=UTF-8''";
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        const bool isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || c == '.' || c == '-' || c == '_';
        if (isPlain)
            value += c;
        else
            value.append("%").append(1, digits[byte >> 4U]).append(1, digits[byte & 15U]);
    }
    return value;
}

Result<http::Response> fileResponse(Result<OpenArtifact> artifact)
{
    if (!artifact)
        return artifact.error();
    http::Response response;
    response.contentType = "application/octet-stream";
    response.headers.emplace_back("Content-Disposition", disposition(artifact->name));
    response.file = std::make_shared<http::FileRegion>(artifact->file.release(), 0, artifact->size);
    return response;
}

} // namespace

TrackingRoutes::TrackingRoutes(Writer &writer, ReaderPool &readers, ArtifactStore artifacts)
    : m_experiments(writer, readers)
    , m_experimentSearch(readers)
    , m_runs(writer, readers)
    , m_runSearch(readers)
    , m_ingest(writer)
    , m_history(readers)
    , m_artifacts(std::move(artifacts))
{
}

Result<std::unique_ptr<TrackingRoutes>> TrackingRoutes::open(
    Writer &writer, ReaderPool &readers, const WorkspaceLayout &layout)
{
    auto artifacts = ArtifactStore::open(readers, layout);
    if (!artifacts)
        return artifacts.error();
    std::unique_ptr<TrackingRoutes> routes(new TrackingRoutes(writer, readers, std::move(*artifacts)));
    if (auto made = routes->m_experiments.ensureDefault(); !made)
        return made.error();
    return routes;
}

void TrackingRoutes::add(RouteTable &routes)
{
    addExperiments(routes);
    addRuns(routes);
    addIngest(routes);
    addQueries(routes);
    for (const char *prefix : {"/api/2.0/mlflow-artifacts/", "/ajax-api/2.0/mlflow-artifacts/"})
        addArtifacts(routes, prefix);
    addAbout(routes);
}

void TrackingRoutes::addExperiments(RouteTable &routes)
{
    using Part = ExperimentTracking;
    // A job's script may name an experiment that is not there yet; what exists only people change.
    addCall(routes, Method::Post, "experiments/create", Rule::contributorsAndOwnRun(), "Makes an experiment.",
        member(m_experiments, &Part::create));
    addCall(routes, Method::Get, "experiments/get", Rule::everyone(), "An experiment by its id.",
        member(m_experiments, &Part::get));
    addCall(routes, Method::Get, "experiments/get-by-name", Rule::everyone(), "An experiment by its name.",
        member(m_experiments, &Part::getByName));
    addCall(routes, Method::Post, "experiments/update", Rule::contributors(), "Renames an experiment.",
        member(m_experiments, &Part::rename));
    addCall(routes, Method::Post, "experiments/delete", Rule::contributors(),
        "Deletes an experiment and its runs.", member(m_experiments, &Part::remove));
    addCall(routes, Method::Post, "experiments/restore", Rule::contributors(),
        "Brings a deleted experiment and its runs back.", member(m_experiments, &Part::restore));
    addCall(routes, Method::Post, "experiments/set-experiment-tag", Rule::contributors(),
        "Tags an experiment.", member(m_experiments, &Part::setTag));
    addCall(routes, Method::Post, "experiments/delete-experiment-tag", Rule::contributors(),
        "Removes an experiment's tag.", member(m_experiments, &Part::removeTag));
}

void TrackingRoutes::addRuns(RouteTable &routes)
{
    using Part = RunTracking;
    addCall(routes, Method::Post, "runs/create", Rule::contributorsAndOwnRun(),
        "Opens a run; one opened by a job's script stands below that job.", member(m_runs, &Part::create));
    addCall(routes, Method::Get, "runs/get", Rule::everyone(),
        "A run with its parameters, tags, inputs and latest metrics.", member(m_runs, &Part::get));
    addCall(routes, Method::Post, "runs/update", Rule::contributorsAndOwnRun(),
        "Changes a run's status, end or name.", member(m_runs, &Part::update));
    addCall(routes, Method::Post, "runs/delete", Rule::contributorsAndOwnRun(), "Deletes a run.",
        member(m_runs, &Part::remove));
    addCall(routes, Method::Post, "runs/restore", Rule::contributorsAndOwnRun(), "Brings a deleted run back.",
        member(m_runs, &Part::restore));
    addCall(routes, Method::Post, "runs/delete-tag", Rule::contributorsAndOwnRun(), "Removes a run's tag.",
        member(m_runs, &Part::removeTag));
    addCall(routes, Method::Post, "runs/log-inputs", Rule::contributorsAndOwnRun(),
        "Notes which datasets a run uses.", member(m_runs, &Part::logInputs), inputsLimit);
}

void TrackingRoutes::addIngest(RouteTable &routes)
{
    using Parse = Result<RunLog> (*)(const Json &);
    const auto add = [&](const char *name, const char *summary, Parse parse, std::uint64_t bodyLimit) {
        Route route{Method::Post, name, Rule::contributorsAndOwnRun(), summary, {}};
        route.asyncAnswer = [this, parse](const Call &call, const http::Respond &respond) {
            const auto message = messageOfCall(call);
            auto log = message ? parse(*message) : Result<RunLog>(message.error());
            if (!log) {
                respond(errorResponse(log.error(), ErrorForm::Mlflow));
                return;
            }
            m_ingest.submit(call.caller, std::move(*log), [respond](const Result<void> &done) {
                respond(done ? jsonResponse(Json::object()) : errorResponse(done.error(), ErrorForm::Mlflow));
            });
        };
        route.bodyLimit = bodyLimit;
        addEverywhere(routes, std::move(route));
    };
    constexpr std::uint64_t single = 1U << 20U;
    add("runs/log-metric", "Logs one value of a metric.", parseLogMetric, single);
    add("runs/log-parameter", "Logs a parameter.", parseLogParameter, single);
    add("runs/set-tag", "Tags a run.", parseSetTag, single);
    add("runs/log-batch", "Logs metrics, parameters and tags, all or none.", parseLogBatch, batchLimit);
}

void TrackingRoutes::addQueries(RouteTable &routes)
{
    addCall(routes, Method::Post, "runs/search", Rule::everyone(), "Finds runs.",
        member(m_runSearch, &RunSearch::search));
    for (const Method method : {Method::Get, Method::Post})
        addCall(routes, method, "experiments/search", Rule::everyone(), "Finds experiments.",
            member(m_experimentSearch, &ExperimentSearch::search));
    addCall(routes, Method::Get, "metrics/get-history", Rule::everyone(), "All values of a run's metric.",
        member(m_history, &MetricHistory::get));
    addCall(routes, Method::Get, "metrics/get-history-bulk", Rule::everyone(),
        "All values of a metric of several runs.", member(m_history, &MetricHistory::getOfRuns));
    addCall(routes, Method::Get, "metrics/get-history-bulk-interval", Rule::everyone(),
        "Evenly chosen values of a metric of several runs.", member(m_history, &MetricHistory::getSampled));
    // Newer clients ask this before they list a folder of artifacts, and fail where it is not answered.
    addCall(routes, Method::Post, "logged-models/search", Rule::everyone(),
        "Finds logged models: none are kept.",
        [](const Caller &, const Json &) -> Result<Json> { return Json::object(); });
    addCall(routes, Method::Get, "artifacts/list", Rule::everyone(),
        "What a folder among a run's artifacts holds.", member(m_artifacts, &ArtifactStore::listOfRun));
}

void TrackingRoutes::addArtifacts(RouteTable &routes, const std::string &prefix)
{
    const std::string one = prefix + "artifacts/{path...}";
    const auto add = [&](Method method, const std::string &pattern, Rule rule, const char *summary,
                         Route::Answer answer) -> Route {
        Route route{method, pattern, rule, summary, std::move(answer)};
        route.errors = ErrorForm::Mlflow;
        return route;
    };
    routes.add(add(Method::Get, prefix + "artifacts", Rule::everyone(),
        "What a folder among a run's artifacts holds.", [this](Call &call) -> Result<http::Response> {
            const auto files = m_artifacts.list(call.caller, messageOf(call.request.query));
            return files ? Result<http::Response>(jsonResponse(*files)) : files.error();
        }));
    routes.add(add(Method::Get, one, Rule::everyone(), "An artifact.",
        [this](Call &call) { return fileResponse(m_artifacts.read(call.path["path"])); }));
    routes.add(add(Method::Delete, one, Rule::contributorsAndOwnRun(),
        "Removes an artifact or a folder of them.", [this](Call &call) -> Result<http::Response> {
            const auto removed = m_artifacts.remove(call.caller, call.path["path"]);
            return removed ? Result<http::Response>(jsonResponse(Json::object())) : removed.error();
        }));
    Route upload = add(Method::Put, one, Rule::contributorsAndOwnRun(), "Stores an artifact durably.",
        [](Call &call) -> Result<http::Response> {
            const auto done = std::static_pointer_cast<ArtifactUpload>(call.sink)->finish();
            return done ? Result<http::Response>(jsonResponse(Json::object())) : done.error();
        });
    upload.bodyLimit = artifactLimit;
    upload.sink = [this](const Call &call) -> Result<std::shared_ptr<http::BodySink>> {
        auto sink = m_artifacts.beginUpload(call.caller, call.path.at("path"));
        if (!sink)
            return sink.error();
        return std::shared_ptr<http::BodySink>(std::move(*sink));
    };
    routes.add(std::move(upload));
    routes.add(add(Method::Post, prefix + "mpu/{path...}", Rule::contributorsAndOwnRun(),
        "Uploads in parts are not offered.", [](Call &) -> Result<http::Response> {
            return jsonResponse(
                {{"error_code", "NOT_IMPLEMENTED"}, {"message", "Uploads in parts are not offered."}}, 501);
        }));
}

void TrackingRoutes::addAbout(RouteTable &routes)
{
    const auto add = [&](const char *pattern, const char *summary, Route::Answer answer) {
        Route route{Method::Get, pattern, Rule::everyone(), summary, std::move(answer)};
        route.errors = ErrorForm::Mlflow;
        routes.add(std::move(route));
    };
    add("/health", "Whether the service answers.",
        [](Call &) -> Result<http::Response> { return textResponse("OK"); });
    add("/version", "The version of MLflow's interface that is served.",
        [](Call &) -> Result<http::Response> { return textResponse(mlflowVersion); });
    add("/get-artifact", "An artifact of a run.", [this](Call &call) -> Result<http::Response> {
        const Json message = messageOf(call.request.query);
        MlflowFields fields(message);
        const std::string run = fields.runId();
        const std::string path = fields.requiredText("path");
        if (!fields.isGood())
            return fields.error();
        return fileResponse(m_artifacts.readOfRun(run, path));
    });
    for (const char *pattern : {"/api/3.0/mlflow/server-info", "/ajax-api/3.0/mlflow/server-info"})
        add(pattern, "What of MLflow's interface is served.", [](Call &) -> Result<http::Response> {
            return jsonResponse(
                {{"store_type", "SqlStore"}, {"workspaces_enabled", false}, {"trace_archival_enabled", false},
                    {"multipart_uploads_enabled", false}, {"multipart_downloads_enabled", false}});
        });
}

} // namespace atelier

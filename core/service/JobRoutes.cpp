#include "core/service/JobRoutes.h"

#include "core/base/ErrorJson.h"
#include "core/base/Json.h"
#include "core/service/JobEditReading.h"
#include "core/service/JobParameters.h"
#include "core/system/BeneathRoot.h"

#include <algorithm>
#include <limits>

namespace atelier {

namespace {

constexpr std::uint64_t largestDocument = std::uint64_t{16} << 20U; // 30,000 steps fit

Json toJson(const std::vector<Error> &errors)
{
    Json list = Json::array();
    for (const Error &error : errors)
        list.push_back(toJson(error));
    return list;
}

Result<std::vector<std::string>> settingsIn(const Json &body)
{
    const Json list = body.value("set", Json::array());
    const bool isGood = list.is_array()
        && std::all_of(list.begin(), list.end(), [](const Json &setting) { return setting.is_string(); });
    if (!isGood)
        return Error{ErrorKind::Invalid, "request.set",
            "\"set\" is a list of texts such as \"inputs.rate=0.1\".", {}, {{}, 0, 0, "set"}};
    return list.get<std::vector<std::string>>();
}

Result<http::Response> answerOf(const Result<Json> &json)
{
    if (!json)
        return json.error();
    return jsonResponse(*json);
}

Result<http::Response> sendFile(const BeneathRoot &root, const std::string &path, const FileStatus &status)
{
    auto file = root.openFile(path);
    if (!file)
        return file.error();
    http::Response response;
    response.contentType = "application/octet-stream";
    response.headers.emplace_back("Content-Disposition", "attachment");
    response.file = std::make_shared<http::FileRegion>(file->release(), 0, status.size);
    return response;
}

Error leftOut(std::uint64_t folders)
{
    return {ErrorKind::Invalid, "folder.too-deep",
        "The list ends " + std::to_string(deepestPath)
            + " folders deep; folders left out: " + std::to_string(folders) + ".",
        {{"folders", std::to_string(folders)}, {"limit", std::to_string(deepestPath)}}, {}};
}

Result<http::Response> sendListing(const BeneathRoot &root, const std::string &path)
{
    Json files = Json::array();
    auto walked = root.walk(path, [&](const FolderEntry &entry) {
        if (entry.status.type == FileStatus::Type::File)
            files.push_back({{"path", entry.name}, {"size", entry.status.size},
                {"modified_ms", entry.status.modifiedMs}});
        return files.size() < 10'000;
    });
    if (!walked)
        return walked.error();
    std::vector<Error> warnings;
    if (walked->foldersLeftOut > 0)
        warnings.push_back(leftOut(walked->foldersLeftOut));
    return jsonResponse({{"files", std::move(files)}, {"warnings", toJson(warnings)}});
}

Json arrayOf(const Json &items)
{
    return {{"type", "array"}, {"items", items}};
}

/// The two forms of the points of a job, for the OpenAPI document.
Json pointsContent()
{
    const Json text{{"type", "string"}};
    const Json series{{"type", "object"}, {"properties", {{"job", text}, {"step", text}, {"key", text}}}};
    const Json json{{"type", "object"},
        {"properties",
            {{"series", arrayOf(series)},
                {"points",
                    {{"type", "array"}, {"items", {{"type", "array"}}},
                        {"description",
                            "[number of the series, step, time_ms, value]; a value that is not finite is "
                            "\"NaN\", \"Infinity\" or \"-Infinity\"."}}},
                {"arrival", {{"type", "integer"}}}, {"reset", {{"type", "boolean"}}}}}};
    const Json bytes{{"type", "string"}, {"format", "binary"},
        {"description",
            "For a request that accepts this type. A line of JSON, {\"series\": [{job, step, key, points: "
            "how "
            "many}], \"arrival\", \"reset\"}, and behind it the points of one series after the other, each "
            "24 bytes: step and time_ms as signed integers and the value as IEEE 754, of 64 bits each, "
            "little-endian."}};
    return {{"application/json", {{"schema", json}}}, {std::string(series::pointsType), {{"schema", bytes}}}};
}

} // namespace

void JobRoutes::add(RouteTable &routes)
{
    routes.add({http::Method::Get, "/api/v1/jobs", Rule::everyone(),
        "A page of jobs: filter (one line: state:failed metric.auc>0.9 created>2d), status, type, text, "
        "user, "
        "among (names), lifecycle=active|deleted|any, all=1 for steps too, group=experiment, order (created, "
        "name, display_name, status, experiment, duration, metric.KEY or param.KEY; asc or desc), limit, and "
        "the `next` of the page before as `after`.",
        [this](Call &call) { return list(call); }});
    routes.add({http::Method::Get, "/api/v1/jobs/{name}", Rule::everyone(), "All that is known of a job.",
        [this](Call &call) { return answerOf(m_jobs.detail(call.path["name"])); }});
    addMetrics(routes);
    addActions(routes);
    addFiles(routes);
}

void JobRoutes::addMetrics(RouteTable &routes)
{
    routes.add({http::Method::Get, "/api/v1/jobs/{name}/metrics", Rule::everyone(),
        "The latest value of each metric.",
        [this](Call &call) { return answerOf(m_jobs.latestMetrics(call.path["name"])); }});
    routes.add({http::Method::Get, "/api/v1/jobs/{name}/metrics/{key...}", Rule::everyone(),
        "The history of a metric as [step, time_ms, value], at most `limit` points.",
        [this](Call &call) -> Result<http::Response> {
            const auto limit = wholeNumber(call, "limit", 10'000, 1'000'000);
            if (!limit)
                return limit.error();
            return answerOf(m_jobs.metricHistory(call.path["name"], call.path["key"], *limit));
        }});
    Route points{http::Method::Get, "/api/v1/jobs/{name}/points", Rule::everyone(),
        "All points of all metrics of a job and its steps, those of a series together; those since with the "
        "`arrival` of the answer before as `after`.",
        [this](Call &call) { return this->points(call); }};
    points.answerContent = pointsContent();
    routes.add(std::move(points));
}

void JobRoutes::addActions(RouteTable &routes)
{
    Route submit{http::Method::Put, "/api/v1/jobs/{name}", Rule::contributors(),
        "Submits a job document, {\"document\": …}, or a job that is there once more, {\"from\": name, "
        "\"set\": [\"inputs.rate=0.1\", …]}; the same again answers the job that is there.",
        [this](Call &call) { return this->submit(call); }};
    submit.bodyLimit = largestDocument;
    routes.add(std::move(submit));
    Route validate{http::Method::Post, "/api/v1/jobs/{name}/validate", Rule::contributors(),
        "Checks a job document as submitting would, without submitting.",
        [this](Call &call) { return this->validate(call); }};
    validate.bodyLimit = largestDocument;
    validate.keepsAnswer = false;
    routes.add(std::move(validate));
    Route edit{http::Method::Patch, "/api/v1/jobs/{name}", Rule::contributorsAndOwnRun(),
        "Changes display_name, description and tags (null takes a tag off); refused where the job does not "
        "say any more what `was` has of them.",
        [this](Call &call) { return this->edit(call); }};
    edit.bodySchema = jobEditSchema();
    routes.add(std::move(edit));
    routes.add({http::Method::Post, "/api/v1/jobs/{name}/cancel", Rule::contributors(),
        "Asks for the end of a job and of all its steps; asking again changes nothing.",
        [this](Call &call) { return answerOf(m_jobs.cancel(call.path["name"])); }});
    routes.add({http::Method::Delete, "/api/v1/jobs/{name}", Rule::contributors(),
        "Deletes a job that has ended, with all its steps; it can be restored for 30 days.",
        [this](Call &call) { return answerOf(m_jobs.remove(call.path["name"])); }});
    routes.add({http::Method::Post, "/api/v1/jobs/{name}/restore", Rule::contributors(),
        "Takes back that a job was deleted.",
        [this](Call &call) { return answerOf(m_jobs.restore(call.path["name"])); }});
}

void JobRoutes::addFiles(RouteTable &routes)
{
    routes.add({http::Method::Get, "/api/v1/jobs/{name}/log", Rule::everyone(),
        "The job's output from `offset` bytes on; with follow=1 until the job ends.",
        [this](Call &call) { return log(call); }});
    routes.add({http::Method::Get, "/api/v1/jobs/{name}/files/{path...}", Rule::everyone(),
        "A file below outputs, logs or snapshot; for a folder the list of all files in it, 256 folders deep.",
        [this](Call &call) { return files(call); }});
}

Result<http::Response> JobRoutes::submit(Call &call)
{
    const auto body = call.body();
    if (!body)
        return body.error();
    const auto document = body->find("document");
    const std::string from = textAt(*body, "from");
    if (document == body->end() && from.empty())
        return Error{ErrorKind::Invalid, "request.document",
            "The body has neither a \"document\" nor \"from\", the name of a job.", {}, {}};
    const auto settings = settingsIn(*body);
    if (!settings)
        return settings.error();
    const auto submitted = from.empty()
        ? m_submission.submit(call.path["name"], *document, call.caller)
        : m_submission.submitFrom(call.path["name"], from, *settings, call.caller);
    if (!submitted)
        return submitted.error();
    if (!submitted->errors.empty())
        return errorResponse(submitted->errors, ErrorForm::Native);
    return jsonResponse(
        {{"job", submitted->job}, {"warnings", toJson(submitted->warnings)}}, submitted->isNew ? 201 : 200);
}

Result<http::Response> JobRoutes::edit(Call &call)
{
    const auto body = call.body();
    if (!body)
        return body.error();
    const JobEditRequest request = readJobEdit(*body);
    if (!request.errors.empty())
        return errorResponse(request.errors, ErrorForm::Native);
    return answerOf(m_jobs.edit(call.path["name"], request.edit, request.before, call.caller));
}

Result<http::Response> JobRoutes::validate(Call &call)
{
    const auto body = call.body();
    if (!body)
        return body.error();
    const auto checked = m_submission.validate(body->value("document", Json()));
    if (!checked)
        return checked.error();
    return jsonResponse({{"errors", toJson(checked->errors)}, {"warnings", toJson(checked->warnings)}});
}

Result<http::Response> JobRoutes::points(Call &call)
{
    const auto after = wholeNumber(call, "after", 0, std::numeric_limits<std::int64_t>::max());
    if (!after)
        return after.error();
    const auto points = m_jobs.points(call.path["name"], *after);
    if (!points)
        return points.error();
    http::Response response;
    if (call.request.header("accept").find(series::pointsType) == std::string_view::npos) {
        response.body = toJsonText(*points);
        return response;
    }
    response.contentType = series::pointsType;
    response.body = toBytes(*points);
    return response;
}

Result<http::Response> JobRoutes::list(Call &call)
{
    const auto query = jobQueryOf(call);
    if (!query)
        return query.error();
    return answerOf(m_jobs.list(*query));
}

Result<http::Response> JobRoutes::log(Call &call)
{
    const auto row = m_jobs.origin(call.path["name"]);
    if (!row)
        return row.error();
    const auto offset = wholeNumber(call, "offset", 0, std::numeric_limits<std::int64_t>::max());
    if (!offset)
        return offset.error();
    http::Response response;
    response.contentType = "text/plain; charset=utf-8";
    if (call.request.parameter("follow") == "1") {
        response.onStream = [this, name = row->name, start = *offset](std::shared_ptr<http::Stream> stream) {
            m_followers.follow(
                std::move(stream), name, m_layout.log(name), static_cast<std::uint64_t>(start));
        };
        return response;
    }
    const auto root = BeneathRoot::open(m_layout.logs(row->name));
    if (!root)
        return response; // it has not started, so it has said nothing
    const std::string file = m_layout.log(row->name).filename().string();
    const auto status = root->status(file);
    auto descriptor = root->openFile(file);
    if (!status || !descriptor)
        return response;
    const std::uint64_t begin = std::min(static_cast<std::uint64_t>(*offset), status->size);
    response.file = std::make_shared<http::FileRegion>(descriptor->release(), begin, status->size - begin);
    return response;
}

Result<http::Response> JobRoutes::files(Call &call)
{
    const auto row = m_jobs.origin(call.path["name"]);
    if (!row)
        return row.error();
    const std::string &path = call.path["path"];
    if (const auto checked = checkJobFile(path); !checked)
        return checked.error();
    const auto root = BeneathRoot::open(m_layout.job(row->name));
    if (!root)
        return jsonResponse({{"files", Json::array()}, {"warnings", Json::array()}});
    const auto status = root->status(path);
    if (!status)
        return status.error();
    return status->type == FileStatus::Type::Folder ? sendListing(*root, path)
                                                    : sendFile(*root, path, *status);
}

} // namespace atelier

#include "core/service/JobService.h"

#include "core/base/Ids.h"
#include "core/base/Json.h"
#include "core/base/Sha256.h"
#include "core/document/JobOrigin.h"
#include "core/domain/Names.h"
#include "core/execution/JobRecord.h"
#include "core/service/JobJson.h"
#include "core/service/JobParameters.h"
#include "core/service/JobPoints.h"
#include "core/storage/DataAssetRepository.h"
#include "core/storage/Database.h"
#include "core/storage/MetricRepository.h"
#include "core/tracking/RunEdit.h"
#include "core/tracking/RunLifecycle.h"

#include <set>

namespace atelier {

namespace {

Error noSuchJob(const std::string &name)
{
    return {ErrorKind::NotFound, "job.not-found", "There is no job " + name + " in this workspace.",
        {{"name", name}}, {}};
}

Result<JobRow> requiredRow(Database &database, const std::string &name)
{
    auto row = JobRepository::findByName(database, name);
    if (!row)
        return row.error();
    if (!*row)
        return noSuchJob(name);
    return std::move(**row);
}

/// The job whose metrics these are: a step that was reused shows those of the job that really ran.
Result<std::int64_t> measuredJob(Database &database, const std::string &name)
{
    const auto row = requiredRow(database, name);
    if (!row)
        return row.error();
    return JobRepository::originOf(database, *row);
}

/// The step that a pipeline's metric is from: the last one that logged it; the pipeline itself where none
/// did.
Result<std::string> sourceOfMetric(Database &database, const std::string &name, const std::string &key)
{
    const auto row = JobRepository::findByName(database, name);
    if (!row)
        return row.error();
    if (!*row || (*row)->type != JobType::Pipeline)
        return name;
    const auto step = database.value<std::string>(
        "SELECT step.name FROM job AS step JOIN job AS origin"
        " ON origin.name = CASE step.reused_from WHEN '' THEN step.name ELSE step.reused_from END"
        " JOIN latest_metric ON latest_metric.job_id = origin.id"
        " WHERE step.parent_id = ?1 AND key_id = (SELECT id FROM metric_key WHERE name = ?2)"
        " ORDER BY step.id DESC LIMIT 1",
        (*row)->id, key);
    if (!step)
        return step.error();
    return step->value_or(name);
}

/// Of the jobs that are asked about, and the pipelines of those that are steps, the ones that the list has
/// not.
Result<std::set<std::string>> goneOf(
    Database &database, const std::vector<std::string> &among, const std::vector<JobRow> &listed)
{
    const auto shown = shownFor(database, among);
    if (!shown)
        return shown.error();
    std::set<std::string> gone(among.begin(), among.end());
    gone.insert(shown->begin(), shown->end());
    for (const JobRow &row : listed)
        gone.erase(row.name);
    return gone;
}

Error codeNotSent(const std::string &path)
{
    return {ErrorKind::Invalid, "job.code-not-sent",
        "The code of this job was not sent: put its snapshot into the workspace and name it as "
        "code.snapshot.",
        {}, {{}, 0, 0, path}};
}

Error notSubmitted(const std::string &name)
{
    return {ErrorKind::Conflict, "job.no-document",
        "Job " + name
            + " was not submitted by itself: it is a step of a pipeline, or a run that a script opened. "
              "Start from the job that it belongs to.",
        {{"name", name}}, {}};
}

std::vector<Error> missingCode(const JobDocument &document)
{
    std::vector<Error> errors;
    const auto check = [&](const Code &code, const std::string &path) {
        if (!code.path.empty() && code.snapshot.empty())
            errors.push_back(codeNotSent(path));
    };
    if (const auto *pipeline = std::get_if<PipelineJob>(&document)) {
        for (const auto &[name, step] : pipeline->jobs)
            check(step.component.code, "jobs." + name + ".component.code");
    } else {
        check(std::get<CommandJob>(document).code, "code");
    }
    return errors;
}

Result<DataAsset> findAsset(ReaderPool &readers, const std::string &reference)
{
    const auto parsed = parseAssetReference(reference);
    const auto found = readers.read([&](Database &database) {
        return parsed->version.empty() ? DataAssetRepository::latest(database, parsed->name)
                                       : DataAssetRepository::find(database, parsed->name, parsed->version);
    });
    if (!found)
        return found.error();
    if (*found)
        return **found;
    return Error{ErrorKind::Invalid, "data.not-found",
        "There is no data asset " + reference
            + " in this workspace: see \"atelier data list\", or create it.",
        {{"reference", reference}}, {}};
}

} // namespace

Planned JobService::plan(JobDocument document)
{
    const PlanSources sources{
        [this](const std::string &reference) { return findAsset(m_parts.readers, reference); },
        [this](const std::string &path) { return m_parts.digests.of(path); },
    };
    return planJob(std::move(document), m_parts.layout, sources);
}

Result<void> JobService::bringBackCode(const std::string &digest)
{
    const auto copies = m_parts.readers.read([&](Database &database) {
        return database.query(
            "SELECT name FROM job WHERE snapshot = ?1 ORDER BY id DESC",
            [](const Row &row) { return row.get<std::string>(0); }, digest);
    });
    if (!copies)
        return copies.error();
    Result<void> outcome = Error{ErrorKind::NotFound, "snapshot.missing",
        "The code of this job is not in the workspace any more: submit it from its files.",
        {{"digest", digest}}, {}};
    for (const std::string &job : *copies)
        if (outcome = m_parts.snapshots.bringBack(digest, m_parts.layout.snapshot(job)); outcome)
            return outcome;
    return outcome;
}

Result<void> JobService::keepCode(const Plan &plan)
{
    for (const PlannedStep &step : plan.steps) {
        const std::string &digest = step.job.code.snapshot;
        if (digest.empty())
            continue;
        const auto folder = m_parts.layout.snapshot(step.jobName);
        auto kept = m_parts.snapshots.copyTo(digest, folder);
        // The cache may have been emptied; the jobs before have the code still.
        if (!kept && kept.error().kind == ErrorKind::NotFound && bringBackCode(digest))
            kept = m_parts.snapshots.copyTo(digest, folder);
        if (!kept)
            return kept;
    }
    return {};
}

Result<JobService::Submitted> JobService::submit(
    const std::string &name, const Json &document, const Caller &caller)
{
    return record(name, jobFromJson(document), caller);
}

Result<JobService::Submitted> JobService::submitFrom(const std::string &name, const std::string &from,
    const std::vector<std::string> &settings, const Caller &caller)
{
    const auto origin = row(from);
    if (!origin)
        return origin.error();
    const auto document = parseJson(origin->document);
    const auto before = jobFromJson(document.value_or(Json::object()));
    if (origin->document.empty() || origin->parentId || !before.value)
        return notSubmitted(from);
    auto today = *before.value;
    // What people say of it now; the name alone is what a job without a display name shows.
    headerOf(today).displayName = origin->displayName == from ? std::string() : origin->displayName;
    headerOf(today).description = origin->description;
    auto loaded = jobFromJson(jobToJson(today), settings);
    if (loaded.value)
        rememberOrigin(*loaded.value, from, *before.value);
    return record(name, std::move(loaded), caller);
}

Result<JobService::Submitted> JobService::record(
    const std::string &name, Loaded<JobDocument> loaded, const Caller &caller)
{
    Submitted submitted;
    if (!isJobName(name))
        return Error{ErrorKind::Invalid, "job.name",
            "A job's name has letters, digits, _ and - and begins with a letter or digit, 255 at most.", {},
            {{}, 0, 0, "name"}};
    submitted.warnings = std::move(loaded.warnings);
    submitted.errors = std::move(loaded.errors);
    if (!loaded.value)
        return submitted;
    headerOf(*loaded.value).name = name;
    submitted.errors = missingCode(*loaded.value);
    if (!submitted.errors.empty())
        return submitted;
    const std::string text = toText(jobToJson(*loaded.value));
    Planned planned = plan(std::move(*loaded.value));
    submitted.errors = std::move(planned.errors);
    if (!planned.plan)
        return submitted;
    if (auto kept = keepCode(*planned.plan); !kept)
        return kept.error();
    const auto recorded = m_parts.writer.run(
        [&](WriteContext &context) { return recordJob(context, *planned.plan, text, caller.user); });
    if (!recorded)
        return recorded.error();
    submitted.isNew = recorded->isNew;
    if (recorded->isNew)
        m_parts.scheduler.submitted(recorded->job.id);
    auto json = detail(name);
    if (!json)
        return json.error();
    submitted.job = std::move(*json);
    return submitted;
}

Result<JobService::Submitted> JobService::validate(const Json &document)
{
    Submitted submitted;
    auto loaded = jobFromJson(document);
    submitted.warnings = std::move(loaded.warnings);
    submitted.errors = std::move(loaded.errors);
    if (!loaded.value)
        return submitted;
    if (headerOf(*loaded.value).name.empty())
        headerOf(*loaded.value).name = randomJobName();
    submitted.errors = plan(std::move(*loaded.value)).errors;
    return submitted;
}

Result<Json> JobService::list(const JobQuery &query)
{
    return m_parts.readers.read([&](Database &database) -> Result<Json> {
        const auto page = listJobs(database, query);
        if (!page)
            return page.error();
        ExperimentNames experiments(database);
        Json jobs = Json::array();
        for (const JobRow &row : page->rows) {
            const auto experiment = experiments.of(row.experimentId);
            if (!experiment)
                return experiment.error();
            auto job = jobWithFacts(database, row, *experiment);
            if (!job)
                return job.error();
            jobs.push_back(std::move(*job));
        }
        Json json{{"jobs", std::move(jobs)}, {"total", page->total}};
        if (page->end)
            json["next"] = jobListToken(query, *page->end);
        if (query.among.empty())
            return json;
        const auto gone = goneOf(database, query.among, page->rows);
        if (!gone)
            return gone.error();
        json["gone"] = *gone;
        return json;
    });
}

Result<JobRow> JobService::row(const std::string &name)
{
    return m_parts.readers.read([&](Database &database) { return requiredRow(database, name); });
}

Result<Json> JobService::detail(const std::string &name)
{
    return m_parts.readers.read([&](Database &database) -> Result<Json> {
        const auto row = requiredRow(database, name);
        if (!row)
            return row.error();
        return jobDetail(database, *row);
    });
}

Result<Json> JobService::cancel(const std::string &name)
{
    const auto job = row(name);
    if (!job)
        return job.error();
    if (job->type == JobType::Interactive)
        return Error{ErrorKind::Conflict, "job.not-ours",
            name + " is a run that a script opened by itself; only that script can end it.", {{"name", name}},
            {}};
    if (!isFinal(job->status))
        if (auto asked = m_parts.scheduler.cancel(job->id); !asked)
            return asked.error();
    return detail(name);
}

Result<Json> JobService::remove(const std::string &name)
{
    return change(name, deleteRun);
}

Result<Json> JobService::restore(const std::string &name)
{
    return change(name, restoreRun);
}

Result<Json> JobService::edit(
    const std::string &name, const JobEdit &edit, const JobEdit &before, const Caller &caller)
{
    return change(name, [&](WriteContext &context, const RunHead &run) -> Result<void> {
        if (auto allowed = authorise(context.database(), caller, run); !allowed)
            return allowed;
        if (run.isDeleted)
            return Error{ErrorKind::Conflict, "job.deleted",
                "Job " + name + " is deleted: restore it before you change it.", {{"name", name}}, {}};
        return editRun(context, run, edit, before);
    });
}

Result<Json> JobService::change(const std::string &name, const Change &apply)
{
    const auto done = m_parts.writer.run([&](WriteContext &context) -> Result<void> {
        const auto run = findRun(context.database(), name);
        if (!run)
            return run.error().kind == ErrorKind::NotFound ? noSuchJob(name) : run.error();
        return apply(context, *run);
    });
    return done ? detail(name) : done.error();
}

Result<Json> JobService::latestMetrics(const std::string &name)
{
    return m_parts.readers.read([&](Database &database) -> Result<Json> {
        const auto id = measuredJob(database, name);
        if (!id)
            return id.error();
        const auto latest = MetricRepository::latest(database, *id);
        if (!latest)
            return latest.error();
        Json metrics = Json::array();
        for (const NamedMetric &metric : *latest)
            metrics.push_back({{"key", metric.key}, {"step", metric.point.step},
                {"time_ms", metric.point.timeMs}, {"value", numberJson(metric.point.value)}});
        return Json{{"metrics", std::move(metrics)}};
    });
}

Result<Json> JobService::metricHistory(const std::string &name, const std::string &key, std::int64_t limit)
{
    return m_parts.readers.read([&](Database &database) -> Result<Json> {
        const auto source = sourceOfMetric(database, name, key);
        if (!source)
            return source.error();
        const auto id = measuredJob(database, *source);
        if (!id)
            return id.error();
        const auto points = MetricRepository::sampledHistory(database, *id, key, limit);
        if (!points)
            return points.error();
        Json list = Json::array();
        for (const MetricPoint &point : *points)
            list.push_back(Json::array({point.step, point.timeMs, numberJson(point.value)}));
        return Json{{"points", std::move(list)}};
    });
}

Result<Json> JobService::points(const std::string &name, std::int64_t after)
{
    return m_parts.readers.read([&](Database &database) -> Result<Json> {
        const auto row = requiredRow(database, name);
        if (!row)
            return row.error();
        return jobPoints(database, *row, after);
    });
}

Result<JobRow> JobService::origin(const std::string &name)
{
    auto found = row(name);
    if (found && !found->reusedFrom.empty())
        return row(found->reusedFrom);
    return found;
}

} // namespace atelier

#include "core/service/JobService.h"

#include "core/base/Json.h"
#include "core/service/JobJson.h"
#include "core/service/JobMetrics.h"
#include "core/service/JobParameters.h"
#include "core/service/JobPoints.h"
#include "core/service/RequiredJob.h"
#include "core/storage/Database.h"
#include "core/tracking/RunEdit.h"
#include "core/tracking/RunLifecycle.h"

#include <set>

namespace atelier {

namespace {

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

} // namespace

Result<Json> JobService::list(const JobQuery &query)
{
    return m_readers.read([&](Database &database) -> Result<Json> {
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
    return m_readers.read([&](Database &database) { return requiredJob(database, name); });
}

Result<Json> JobService::detail(const std::string &name)
{
    return m_readers.read([&](Database &database) -> Result<Json> {
        const auto row = requiredJob(database, name);
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
        if (auto asked = m_scheduler.cancel(job->id); !asked)
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
    const auto done = m_writer.run([&](WriteContext &context) -> Result<void> {
        const auto run = findRun(context.database(), name);
        if (!run)
            return run.error().kind == ErrorKind::NotFound ? noSuchJob(name) : run.error();
        return apply(context, *run);
    });
    return done ? detail(name) : done.error();
}

Result<Json> JobService::latestMetrics(const std::string &name)
{
    return m_readers.read([&](Database &database) -> Result<Json> {
        const auto job = requiredJob(database, name);
        return job ? atelier::latestMetrics(database, *job) : job.error();
    });
}

Result<Json> JobService::metricHistory(const std::string &name, const std::string &key, std::int64_t limit)
{
    return m_readers.read([&](Database &database) -> Result<Json> {
        const auto job = requiredJob(database, name);
        return job ? atelier::metricHistory(database, *job, key, limit) : job.error();
    });
}

Result<series::MetricPoints> JobService::points(const std::string &name, std::int64_t after)
{
    return m_readers.read([&](Database &database) -> Result<series::MetricPoints> {
        const auto row = requiredJob(database, name);
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

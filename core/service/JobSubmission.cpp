#include "core/service/JobSubmission.h"

#include "core/base/Ids.h"
#include "core/base/Sha256.h"
#include "core/document/JobOrigin.h"
#include "core/domain/Names.h"
#include "core/execution/JobRecord.h"
#include "core/service/JobJson.h"
#include "core/service/RequiredJob.h"
#include "core/storage/DataAssetRepository.h"
#include "core/storage/Database.h"

namespace atelier {

namespace {

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

Planned JobSubmission::plan(JobDocument document)
{
    const PlanSources sources{
        [this](const std::string &reference) { return findAsset(m_parts.readers, reference); },
        [this](const std::string &path) { return m_parts.digests.of(path); },
    };
    return planJob(std::move(document), m_parts.layout, sources);
}

Result<void> JobSubmission::bringBackCode(const std::string &digest)
{
    const auto copies = m_parts.readers.read(
        [&](Database &database) { return JobRepository::withSnapshot(database, digest); });
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

Result<void> JobSubmission::keepCode(const Plan &plan)
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

Result<JobSubmission::Answer> JobSubmission::submit(
    const std::string &name, const Json &document, const Caller &caller)
{
    return record(name, jobFromJson(document), caller);
}

Result<JobSubmission::Answer> JobSubmission::submitFrom(const std::string &name, const std::string &from,
    const std::vector<std::string> &settings, const Caller &caller)
{
    const auto origin = m_parts.readers.read([&](Database &database) { return requiredJob(database, from); });
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

Result<JobSubmission::Answer> JobSubmission::record(
    const std::string &name, Loaded<JobDocument> loaded, const Caller &caller)
{
    Answer answer;
    if (!isJobName(name))
        return Error{ErrorKind::Invalid, "job.name",
            "A job's name has letters, digits, _ and - and begins with a letter or digit, 255 at most.", {},
            {{}, 0, 0, "name"}};
    answer.warnings = std::move(loaded.warnings);
    answer.errors = std::move(loaded.errors);
    if (!loaded.value)
        return answer;
    headerOf(*loaded.value).name = name;
    answer.errors = missingCode(*loaded.value);
    if (!answer.errors.empty())
        return answer;
    const std::string text = toText(jobToJson(*loaded.value));
    Planned planned = plan(std::move(*loaded.value));
    answer.errors = std::move(planned.errors);
    if (!planned.plan)
        return answer;
    if (auto kept = keepCode(*planned.plan); !kept)
        return kept.error();
    const auto recorded = m_parts.writer.run(
        [&](WriteContext &context) { return recordJob(context, *planned.plan, text, caller.user); });
    if (!recorded)
        return recorded.error();
    answer.isNew = recorded->isNew;
    if (recorded->isNew)
        m_parts.scheduler.submitted(recorded->job.id);
    auto json = m_parts.readers.read([&](Database &database) -> Result<Json> {
        const auto row = requiredJob(database, name);
        return row ? jobDetail(database, *row) : row.error();
    });
    if (!json)
        return json.error();
    answer.job = std::move(*json);
    return answer;
}

Result<JobSubmission::Answer> JobSubmission::validate(const Json &document)
{
    Answer answer;
    auto loaded = jobFromJson(document);
    answer.warnings = std::move(loaded.warnings);
    answer.errors = std::move(loaded.errors);
    if (!loaded.value)
        return answer;
    if (headerOf(*loaded.value).name.empty())
        headerOf(*loaded.value).name = randomJobName();
    answer.errors = plan(std::move(*loaded.value)).errors;
    return answer;
}

} // namespace atelier

#include "core/client/JobCalls.h"

#include "core/client/JobReading.h"
#include "core/client/TableReading.h"

namespace atelier {

namespace {

std::string jobPath(const std::string &job, const std::string &rest = {})
{
    return "/api/v1/jobs/" + job + rest;
}

std::vector<FilterProposal> proposalsFrom(const Json &json, const char *list, const char *text)
{
    std::vector<FilterProposal> proposals;
    for (const Json &proposal : arrayAt(json, list))
        proposals.push_back({textAt(proposal, text), textAt(proposal, "kind"), integerAt(proposal, "jobs")});
    return proposals;
}

std::int64_t integerOf(const Json &value)
{
    return value.is_number_integer() ? value.get<std::int64_t>() : 0;
}

std::vector<series::Point> samplesFrom(const Json &json)
{
    std::vector<series::Point> samples;
    for (const Json &point : arrayAt(json, "points"))
        if (point.is_array() && point.size() == 3)
            samples.push_back({integerOf(point[0]), integerOf(point[1]), numberOf(point[2])});
    return samples;
}

std::vector<JobFile> filesFrom(const Json &json)
{
    std::vector<JobFile> files;
    for (const Json &file : arrayAt(json, "files"))
        files.push_back({textAt(file, "path"), static_cast<std::uint64_t>(integerAt(file, "size")),
            integerAt(file, "modified_ms")});
    return files;
}

std::vector<ExperimentSummary> experimentsFrom(const Json &json)
{
    std::vector<ExperimentSummary> experiments;
    for (const Json &experiment : arrayAt(json, "experiments"))
        experiments.push_back(experimentSummaryFrom(experiment));
    return experiments;
}

Json toJson(const JobEdit &edit)
{
    Json json = Json::object();
    if (edit.displayName)
        json["display_name"] = *edit.displayName;
    if (edit.description)
        json["description"] = *edit.description;
    for (const auto &[key, value] : edit.tags)
        json["tags"][key] = value ? Json(*value) : Json();
    return json;
}

ServiceClient::Callback done(JobCalls::Callback<void> callback)
{
    return [callback = std::move(callback)](const Reply &reply) {
        callback(reply.isSuccess() ? Result<void>() : Result<void>(reply.errors.front()));
    };
}

} // namespace

http::Fields addressOf(const JobFilter &filter)
{
    http::Fields fields{{"limit", std::to_string(filter.limit)}};
    for (const JobStatus status : filter.statuses)
        fields.emplace_back("status", std::string(name(status)));
    for (const std::string &job : filter.among)
        fields.emplace_back("among", job);
    if (filter.isGrouped)
        fields.emplace_back("group", "experiment");
    const std::pair<const char *, const std::string &> texts[] = {
        {"filter", filter.filter}, {"text", filter.text}, {"order", filter.order}, {"after", filter.after}};
    for (const auto &[key, text] : texts)
        if (!text.empty())
            fields.emplace_back(key, text);
    return fields;
}

JobList jobListFrom(const Json &json)
{
    JobList list;
    for (const Json &job : arrayAt(json, "jobs"))
        list.jobs.push_back(jobSummaryFrom(job));
    list.total = integerAt(json, "total");
    list.next = textAt(json, "next");
    for (const Json &job : arrayAt(json, "gone"))
        if (job.is_string())
            list.gone.push_back(job.get<std::string>());
    return list;
}

void JobCalls::list(const JobFilter &filter, QObject *receiver, Callback<JobList> callback)
{
    m_client.ask<JobList>("/api/v1/jobs", addressOf(filter), jobListFrom, receiver, std::move(callback));
}

void JobCalls::filterFields(
    const std::string &text, QObject *receiver, Callback<std::vector<FilterProposal>> callback)
{
    m_client.ask<std::vector<FilterProposal>>(
        "/api/v1/job-filter/fields", {{"text", text}},
        [](const Json &json) { return proposalsFrom(json, "fields", "field"); }, receiver,
        std::move(callback));
}

void JobCalls::filterValues(const std::string &field, const std::string &text, QObject *receiver,
    Callback<std::vector<FilterProposal>> callback)
{
    m_client.ask<std::vector<FilterProposal>>(
        "/api/v1/job-filter/values", {{"field", field}, {"text", text}},
        [](const Json &json) { return proposalsFrom(json, "values", "value"); }, receiver,
        std::move(callback));
}

void JobCalls::countJobs(
    const std::vector<std::string> &filters, QObject *receiver, Callback<std::vector<std::int64_t>> callback)
{
    http::Fields fields;
    for (const std::string &filter : filters)
        fields.emplace_back("filter", filter);
    m_client.ask<std::vector<std::int64_t>>(
        "/api/v1/job-filter/counts", std::move(fields),
        [](const Json &json) {
            std::vector<std::int64_t> counts;
            for (const Json &count : arrayAt(json, "counts"))
                counts.push_back(integerOf(count));
            return counts;
        },
        receiver, std::move(callback));
}

void JobCalls::experiments(QObject *receiver, Callback<std::vector<ExperimentSummary>> callback)
{
    m_client.ask<std::vector<ExperimentSummary>>(
        "/api/v1/experiments", {}, experimentsFrom, receiver, std::move(callback));
}

void JobCalls::detail(const std::string &job, QObject *receiver, Callback<JobDetail> callback)
{
    m_client.ask<JobDetail>(jobPath(job), {}, jobDetailFrom, receiver, std::move(callback));
}

void JobCalls::points(
    const std::string &job, std::int64_t after, QObject *receiver, Callback<series::MetricPoints> callback)
{
    m_client.askBytes<series::MetricPoints>(jobPath(job, "/points"), {{"after", std::to_string(after)}},
        series::pointsType, series::pointsFromBytes, receiver, std::move(callback));
}

void JobCalls::history(const std::string &job, const std::string &key, std::int64_t limit, QObject *receiver,
    Callback<std::vector<series::Point>> callback)
{
    m_client.ask<std::vector<series::Point>>(jobPath(job, "/metrics/" + key),
        {{"limit", std::to_string(limit)}}, samplesFrom, receiver, std::move(callback));
}

void JobCalls::files(const std::string &job, const std::string &folder, QObject *receiver,
    Callback<std::vector<JobFile>> callback)
{
    m_client.ask<std::vector<JobFile>>(
        jobPath(job, "/files/" + folder), {}, filesFrom, receiver, std::move(callback));
}

void JobCalls::table(const std::string &job, const std::string &path, const TablePart &part,
    QObject *receiver, Callback<TablePage> callback)
{
    m_client.ask<TablePage>(
        jobPath(job, "/tables/" + path), parametersOf(part), tablePageFrom, receiver, std::move(callback));
}

void JobCalls::saveTable(const std::string &job, const std::string &path, const TablePart &part,
    Descriptor target, QObject *receiver, Callback<void> callback)
{
    m_client.downloadInto(jobPath(job, "/tables/" + path), csvParametersOf(part), std::move(target), receiver,
        done(std::move(callback)));
}

void JobCalls::submitFrom(const std::string &name, const std::string &from,
    const std::vector<std::string> &settings, QObject *receiver, SubmitCallback callback)
{
    m_client.put(jobPath(name), {{"from", from}, {"set", settings}}, receiver,
        [callback = std::move(callback)](const Reply &reply) {
            callback(reply.errors,
                reply.isSuccess() ? jobDetailFrom(reply.json.value("job", Json::object())) : JobDetail());
        });
}

void JobCalls::edit(const std::string &job, const JobEdit &edit, const JobEdit &before, QObject *receiver,
    Callback<void> callback)
{
    Json body = toJson(edit);
    body["was"] = toJson(before);
    m_client.patch(jobPath(job), body, receiver, done(std::move(callback)));
}

void JobCalls::cancel(const std::string &job, QObject *receiver, Callback<void> callback)
{
    m_client.post(jobPath(job, "/cancel"), Json::object(), receiver, done(std::move(callback)));
}

void JobCalls::remove(const std::string &job, QObject *receiver, Callback<void> callback)
{
    m_client.remove(jobPath(job), receiver, done(std::move(callback)));
}

void JobCalls::restore(const std::string &job, QObject *receiver, Callback<void> callback)
{
    m_client.post(jobPath(job, "/restore"), Json::object(), receiver, done(std::move(callback)));
}

} // namespace atelier

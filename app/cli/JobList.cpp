#include "app/cli/JobList.h"

#include "app/cli/JobTables.h"
#include "app/cli/Session.h"
#include "core/base/Json.h"
#include "core/client/JobCsv.h"
#include "core/client/JobExport.h"

namespace atelier::cli {

namespace {

/// What is asked for, as the address has it; `view` is one that is kept, or empty.
http::Fields queryOf(const Arguments &arguments, const Json &view)
{
    http::Fields query{{"limit", arguments.value("--limit", "20")}};
    std::string filter = textAt(view, "filter");
    if (arguments.has("--filter"))
        filter += (filter.empty() ? "" : " ") + arguments.value("--filter");
    if (!filter.empty())
        query.emplace_back("filter", filter);
    const std::string order = textAt(view, "order");
    query.emplace_back("order", order.empty() ? "created desc" : order);
    for (const std::string &status : arguments.values("--status"))
        query.emplace_back("status", status);
    if (arguments.has("--deleted"))
        query.emplace_back("lifecycle", "deleted");
    for (const char *key : {"text", "type"})
        if (const std::string option = std::string("--") + key; arguments.has(option))
            query.emplace_back(key, arguments.value(option));
    return query;
}

void print(Session &session, const Json &view)
{
    session.client().get(
        "/api/v1/jobs", queryOf(session.arguments(), view), &session, [&session](const Reply &reply) {
            if (!reply.isSuccess())
                return session.fail(reply.errors);
            if (session.wantsJson())
                session.printJson(reply.json);
            else
                session.terminal().out(jobListText(session.terminal(), reply.json));
            session.finish(0);
        });
}

/// The columns that were asked for; else all, and those metrics and parameters that a view shows.
std::vector<std::string> columnsOf(const Arguments &arguments, const Json &view)
{
    if (arguments.has("--column"))
        return arguments.values("--column");
    std::vector<std::string> columns = jobCsvColumns();
    for (const Json &column : view.value("columns", Json::array())) {
        const std::string id = column.is_string() ? column.get<std::string>() : std::string();
        const std::string bare = id.rfind('+', 0) == 0 ? id.substr(1) : id;
        if (bare.find('.') != std::string::npos && isJobCsvColumn(bare))
            columns.push_back(bare);
    }
    return columns;
}

void printCsv(Session &session, const Json &view)
{
    const auto columns = columnsOf(session.arguments(), view);
    for (const std::string &column : columns)
        if (!isJobCsvColumn(column))
            return session.fail({{ErrorKind::Invalid, "usage.column",
                "There is no column \"" + column
                    + "\": see atelier job list --help; metrics and parameters are metric.KEY and param.KEY.",
                {}, {}}});
    auto *jobs = new JobExport(session.client(), queryOf(session.arguments(), view), columns, &session);
    QObject::connect(jobs, &JobExport::read, &session,
        [&session](const std::string &csv) { session.terminal().out(csv); });
    QObject::connect(jobs, &JobExport::finished, &session, [&session] { session.finish(0); });
    QObject::connect(
        jobs, &JobExport::failed, &session, [&session](const Error &error) { session.fail({error}); });
    jobs->start();
}

void begin(Session &session, const Json &view)
{
    if (session.arguments().value("--format") == "csv")
        printCsv(session, view);
    else
        print(session, view);
}

} // namespace

std::vector<Option> jobListOptions()
{
    std::string columns = "With csv:";
    for (const std::string &column : jobCsvColumns())
        columns += " " + column + ",";
    return {{"--filter", "", "FILTER", "Only jobs that fit: 'state:failed metric.auc>0.9 created>2d'."},
        {"--view", "", "NAME", "As a view that is kept in the workspace has it."},
        {"--status", "", "STATUS", "Only jobs in this state: Running, Failed, ...", true},
        {"--type", "", "TYPE", "Only command, pipeline or interactive jobs."},
        {"--text", "", "TEXT", "Only jobs whose names have it."},
        {"--deleted", "", "", "Only jobs that were deleted."},
        {"--limit", "", "N", "At most so many, 20 where it is not given; with csv all."},
        {"--column", "", "COLUMN", columns + " metric.KEY or param.KEY.", true}};
}

void listJobs(Session &session)
{
    if (!session.arguments().has("--view"))
        return begin(session, Json::object());
    session.client().get("/api/v1/job-views", {}, &session, [&session](const Reply &reply) {
        if (!reply.isSuccess())
            return session.fail(reply.errors);
        const std::string name = session.arguments().value("--view");
        const Json views = reply.json.value("views", Json::array());
        for (const Json &view : views)
            if (textAt(view, "name") == name)
                return begin(session, view);
        session.fail({{ErrorKind::NotFound, "job-view.not-found",
            "There is no view \"" + name + "\" in this workspace.", {{"name", name}}, {}}});
    });
}

} // namespace atelier::cli

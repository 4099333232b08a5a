#include "core/client/JobExport.h"

#include "core/client/JobCsv.h"
#include "core/system/Clock.h"

namespace atelier {

namespace {

constexpr const char *mostJobs = "1000"; // that the service answers

} // namespace

JobExport::JobExport(
    ServiceClient &client, const http::Fields &query, std::vector<std::string> columns, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_query{{"limit", mostJobs}}
    , m_columns(std::move(columns))
{
    for (const auto &field : query)
        if (field.first != "limit" && field.first != "after" && field.first != "page")
            m_query.push_back(field);
}

void JobExport::start()
{
    Q_EMIT read(jobCsvHead(m_columns));
    readPage();
}

void JobExport::readPage()
{
    http::Fields query = m_query;
    if (!m_after.empty())
        query.emplace_back("after", m_after);
    m_client.ask<JobList>("/api/v1/jobs", std::move(query), jobListFrom, this, [this](Result<JobList> list) {
        if (list)
            take(std::move(*list));
        else
            Q_EMIT failed(list.error());
    });
}

void JobExport::take(JobList list)
{
    const std::int64_t now = nowMs();
    std::string csv;
    for (const JobSummary &job : list.jobs)
        if (m_known.insert(job.name).second)
            csv += jobCsvRow(job, m_columns, now);
    m_after = std::move(list.next);
    Q_EMIT read(csv);
    if (m_after.empty())
        Q_EMIT finished();
    else
        readPage();
}

} // namespace atelier

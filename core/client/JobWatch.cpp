#include "core/client/JobWatch.h"

#include <algorithm>

namespace atelier {

namespace {

constexpr int watchPauseMs = 100; // ten pictures a second are live enough

} // namespace

JobWatch::JobWatch(WorkspaceConnection &connection, std::string job, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_job(std::move(job))
    , m_call([this] { ask(); }, watchPauseMs, this)
{
    connect(&connection.feed(), &EventFeed::changed, this, qOverload<const ServiceChange &>(&JobWatch::take));
    connect(&connection.feed(), &EventFeed::reset, &m_call, &RepeatedCall::request);
    m_call.request();
}

void JobWatch::ask()
{
    m_connection.jobs().detail(m_job, this, [this](const Result<JobDetail> &detail) {
        m_call.answered();
        take(detail);
    });
}

void JobWatch::take(const Result<JobDetail> &detail)
{
    if (detail) {
        if (m_detail == *detail)
            return;
        m_detail = *detail;
        Q_EMIT changed();
    } else if (detail.error().kind == ErrorKind::NotFound) {
        forget();
    } else {
        Q_EMIT failed(detail.error());
    }
}

void JobWatch::take(const ServiceChange &change)
{
    if (change.kind != "job" || !isOfThisJob(change.name))
        return;
    if (change.name == m_job && change.what == "deleted")
        forget();
    else
        m_call.request();
}

void JobWatch::forget()
{
    m_detail.reset(); // a job that is restored is a change, even to what it was
    Q_EMIT removed();
}

bool JobWatch::isOfThisJob(const std::string &name) const
{
    if (name == m_job || !m_detail)
        return name == m_job;
    const auto &steps = m_detail->steps;
    return std::any_of(
        steps.begin(), steps.end(), [&](const JobStep &step) { return step.job.name == name; });
}

} // namespace atelier

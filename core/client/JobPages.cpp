#include "core/client/JobPages.h"

#include "core/domain/JobSummaryOrder.h"
#include "core/system/Clock.h"

#include <algorithm>

namespace atelier {

namespace {

constexpr int pauseMs = 250;
constexpr std::int64_t longestPage = 1000; // that the service answers
constexpr std::size_t mostAsked = 50; // names in one address

void append(JobRows &rows, std::vector<JobSummary> jobs)
{
    std::set<std::string_view> known;
    for (const auto &row : rows)
        known.insert(row->name);
    for (JobSummary &job : jobs)
        if (known.count(job.name) == 0) // one that changed may have come before its page
            rows.push_back(std::make_shared<const JobSummary>(std::move(job)));
}

} // namespace

JobRows rowsOf(const std::vector<JobSummary> &jobs)
{
    JobRows rows;
    append(rows, jobs);
    return rows;
}

JobPages::JobPages(WorkspaceConnection &connection, JobFilter filter, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_filter(std::move(filter))
    , m_reading([this] { read(); }, pauseMs, this)
    , m_updating([this] { update(); }, pauseMs, this)
{
    connect(&connection.feed(), &EventFeed::changed, this, &JobPages::note);
    connect(&connection.feed(), &EventFeed::reset, &m_reading, &RepeatedCall::request);
    m_reading.request();
}

void JobPages::setFilter(const JobFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    m_isLoaded = false;
    m_isFetching = false;
    m_changed.clear();
    ++m_question;
    m_reading.requestNow();
}

void JobPages::setPaused(bool paused)
{
    m_reading.setPaused(paused);
    m_updating.setPaused(paused);
}

/// One page is read anew as a whole. More would be too much for every change.
void JobPages::note(const ServiceChange &change)
{
    if (change.kind != "job")
        return;
    if (!m_isLoaded || m_jobs.size() <= static_cast<std::size_t>(m_filter.limit))
        return m_reading.request();
    m_changed.insert(change.name);
    m_updating.request();
}

JobFilter JobPages::pageAfter(const std::string &after, std::int64_t limit) const
{
    JobFilter filter = m_filter;
    filter.after = after;
    filter.limit = limit;
    return filter;
}

void JobPages::read()
{
    ++m_question;
    m_isFetching = false;
    m_changed.clear();
    readOn({}, {});
}

/// Page after page until as many are there as were before.
void JobPages::readOn(JobRows rows, const std::string &after)
{
    const auto wanted = static_cast<std::int64_t>(m_isLoaded ? m_jobs.size() : 0);
    const std::int64_t missing = std::max(wanted, m_filter.limit) - static_cast<std::int64_t>(rows.size());
    const JobFilter page = pageAfter(after, std::clamp<std::int64_t>(missing, 1, longestPage));
    m_connection.jobs().list(page, this,
        [this, rows = std::move(rows), wanted, question = m_question](Result<JobList> list) mutable {
            if (question != m_question)
                return m_reading.answered();
            if (!list)
                return finishReading(list.error());
            append(rows, std::move(list->jobs));
            if (static_cast<std::int64_t>(rows.size()) < wanted && !list->next.empty())
                return readOn(std::move(rows), list->next);
            m_jobs = std::move(rows);
            m_next = list->next;
            m_total = list->total;
            m_isLoaded = true;
            m_reading.answered();
            Q_EMIT changed();
        });
}

void JobPages::finishReading(const Error &error)
{
    m_reading.answered();
    Q_EMIT failed(error);
}

void JobPages::fetchMore()
{
    if (m_isFetching || !m_isLoaded || !hasMore())
        return;
    m_isFetching = true;
    m_connection.jobs().list(
        pageAfter(m_next, m_filter.limit), this, [this, question = m_question](Result<JobList> list) {
            if (question != m_question)
                return;
            m_isFetching = false;
            if (!list) {
                Q_EMIT failed(list.error());
                return;
            }
            append(m_jobs, std::move(list->jobs));
            m_next = list->next;
            m_total = list->total;
            Q_EMIT changed();
        });
}

void JobPages::update()
{
    if (m_changed.empty())
        return m_updating.answered();
    JobFilter asked = pageAfter({}, longestPage);
    while (!m_changed.empty() && asked.among.size() < mostAsked)
        asked.among.push_back(std::move(m_changed.extract(m_changed.begin()).value()));
    m_connection.jobs().list(asked, this, [this, question = m_question](Result<JobList> list) {
        m_updating.answered();
        if (!m_changed.empty())
            m_updating.request();
        if (question != m_question || !list)
            return; // what failed is read as a whole once the service is back
        take(*list);
        Q_EMIT changed();
    });
}

void JobPages::take(const JobList &list)
{
    const std::set<std::string> gone(list.gone.begin(), list.gone.end());
    const auto before = m_jobs.size();
    std::erase_if(m_jobs, [&](const auto &row) { return gone.count(row->name) > 0; });
    m_total -= static_cast<std::int64_t>(before - m_jobs.size());
    for (const JobSummary &job : list.jobs)
        place(std::make_shared<const JobSummary>(job));
}

bool JobPages::isBeside(const JobSummary &one, const JobSummary &other) const
{
    return !m_filter.isGrouped || one.experiment == other.experiment;
}

/// Whether the order has the job between what stands beside it there.
bool JobPages::belongsAt(JobRows::iterator there, const JobSummary &job, std::int64_t nowMs)
{
    const auto beside = [&](const auto &row) { return isBeside(*row, job); };
    const auto before = std::find_if(std::make_reverse_iterator(there), m_jobs.rend(), beside);
    const auto after = std::find_if(there + 1, m_jobs.end(), beside);
    return (before == m_jobs.rend() || !isBefore(job, **before, m_filter.order, nowMs))
        && (after == m_jobs.end() || !isBefore(**after, job, m_filter.order, nowMs));
}

/// A job that is there stays where it is while that fits the order.
void JobPages::place(std::shared_ptr<const JobSummary> job)
{
    const std::int64_t now = nowMs();
    const auto found
        = std::find_if(m_jobs.begin(), m_jobs.end(), [&](const auto &row) { return row->name == job->name; });
    if (found != m_jobs.end() && belongsAt(found, *job, now)) {
        *found = std::move(job);
        return;
    }
    if (found != m_jobs.end())
        m_jobs.erase(found);
    else
        ++m_total;
    const auto next = std::find_if(m_jobs.begin(), m_jobs.end(),
        [&](const auto &row) { return isBeside(*row, *job) && isBefore(*job, *row, m_filter.order, now); });
    if (next != m_jobs.end() || !hasMore() || m_filter.isGrouped)
        m_jobs.insert(next, std::move(job));
}

} // namespace atelier

#include "core/client/JobEdits.h"

namespace atelier {

namespace {

constexpr std::size_t atOnce = 8; // more would keep what the user does meanwhile waiting

} // namespace

JobEdits::JobEdits(JobCalls &calls, std::vector<JobChange> changes, QObject *parent)
    : QObject(parent)
    , m_calls(calls)
    , m_changes(std::move(changes))
{
}

void JobEdits::start()
{
    goOn();
}

void JobEdits::stop()
{
    m_changes.resize(m_begun);
}

void JobEdits::goOn()
{
    while (m_begun < m_changes.size() && m_begun - m_answered < atOnce)
        begin(m_changes[m_begun++]);
    if (m_answered == m_changes.size())
        Q_EMIT finished();
}

void JobEdits::begin(const JobChange &change)
{
    m_calls.edit(change.job, change.edit, change.before, this,
        [this, change](const Result<void> &done) { take(change, done); });
}

void JobEdits::take(const JobChange &change, const Result<void> &done)
{
    ++m_answered;
    if (done)
        m_made.push_back(change);
    else if (m_failed++ == 0)
        m_problem = done.error();
    Q_EMIT progressed(static_cast<double>(m_answered) / static_cast<double>(m_changes.size()));
    goOn();
}

} // namespace atelier

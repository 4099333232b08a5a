#include "core/client/JobListWatch.h"

namespace atelier {

namespace {

constexpr int listPauseMs = 250; // a list is read whole each time

} // namespace

JobListWatch::JobListWatch(WorkspaceConnection &connection, JobFilter filter, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_filter(std::move(filter))
    , m_call([this] { ask(); }, listPauseMs, this)
{
    connect(&connection.feed(), &EventFeed::changed, this, [this](const ServiceChange &change) {
        if (change.kind == "job")
            m_call.request();
    });
    connect(&connection.feed(), &EventFeed::reset, &m_call, &RepeatedCall::request);
    m_call.request();
}

void JobListWatch::setFilter(const JobFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    m_isLoaded = false;
    ++m_question;
    m_call.request();
}

void JobListWatch::ask()
{
    m_connection.jobs().list(m_filter, this, [this, question = m_question](Result<JobList> list) {
        m_call.answered();
        if (question != m_question)
            return;
        if (!list) {
            Q_EMIT failed(list.error());
            return;
        }
        m_list = std::move(*list);
        m_isLoaded = true;
        Q_EMIT changed();
    });
}

} // namespace atelier

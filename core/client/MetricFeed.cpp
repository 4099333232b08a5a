#include "core/client/MetricFeed.h"

#include <utility>

namespace atelier {

namespace {

constexpr int feedPauseMs = 100;

/// A step's name is its pipeline's, cut at 200 characters, with its number behind it.
bool isStepOf(const std::string &name, const std::string &whole)
{
    const std::string pipeline = whole.substr(0, 200);
    return name.size() > pipeline.size() + 1 && name.compare(0, pipeline.size(), pipeline) == 0
        && name[pipeline.size()] == '-';
}

} // namespace

MetricFeed::MetricFeed(WorkspaceConnection &connection, std::string job, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_job(std::move(job))
    , m_call([this] { ask(); }, feedPauseMs, this)
{
    connect(&connection.feed(), &EventFeed::changed, this, &MetricFeed::take);
    connect(&connection.feed(), &EventFeed::reset, &m_call, &RepeatedCall::request);
    m_call.request();
}

void MetricFeed::ask()
{
    const bool isWhole = std::exchange(m_wantsAll, false);
    m_connection.jobs().points(
        m_job, isWhole ? 0 : m_arrival, this, [this, isWhole](Result<series::MetricPoints> points) {
            m_call.answered();
            if (!points) {
                m_wantsAll = m_wantsAll || isWhole;
                Q_EMIT failed(points.error());
                return;
            }
            m_arrival = points->arrival;
            points->isReset |= isWhole;
            if (points->isReset || !points->series.empty())
                Q_EMIT arrived(*points);
        });
}

void MetricFeed::take(const ServiceChange &change)
{
    const bool isStep = isStepOf(change.name, m_job);
    if (change.kind != "job" || (change.name != m_job && !isStep))
        return;
    // A step that turns out to be reused has points that are older than the last ones of the others.
    m_wantsAll = m_wantsAll || (isStep && change.what == "status");
    if (m_wantsAll || change.what == "metrics")
        m_call.request();
}

} // namespace atelier

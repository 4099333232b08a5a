#include "core/client/ExperimentListWatch.h"

namespace atelier {

ExperimentListWatch::ExperimentListWatch(WorkspaceConnection &connection, QObject *parent, int pauseMs)
    : QObject(parent)
    , m_connection(connection)
    , m_call([this] { ask(); }, pauseMs, this)
{
    connect(&connection.feed(), &EventFeed::changed, this, [this](const ServiceChange &change) {
        if (change.kind == "job")
            m_call.request();
    });
    connect(&connection.feed(), &EventFeed::reset, &m_call, &RepeatedCall::request);
    m_call.request();
}

void ExperimentListWatch::ask()
{
    m_connection.jobs().experiments(this, [this](Result<std::vector<ExperimentSummary>> experiments) {
        m_call.answered();
        if (!experiments)
            return; // it is asked again when the service is back
        m_experiments = std::move(*experiments);
        m_isLoaded = true;
        Q_EMIT changed();
    });
}

} // namespace atelier

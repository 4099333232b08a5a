#pragma once

#include "core/client/ServerSentEvents.h"
#include "core/client/ServiceStream.h"
#include "core/system/MachineLoad.h"

#include <QTimer>

#include <chrono>
#include <cstdint>

namespace atelier {

/// One entry of the change feed: what of which thing changed, to be asked for again.
struct ServiceChange
{
    std::int64_t sequence = 0;
    std::string kind; ///< job, experiment, data
    std::string name;
    std::string what; ///< created, status, metrics, parameters, tags, inputs, deleted
    std::int64_t timeMs = 0; ///< Unix time
};

/// Tells what changes in the workspace, from its start on and without a hole over every break of the
/// connection. The client must outlive it.
class EventFeed : public QObject
{
    Q_OBJECT

public:
    /// `patience`: how long the service may say nothing; it tells its load every two seconds.
    explicit EventFeed(ServiceClient &client, std::chrono::milliseconds patience = std::chrono::seconds(6),
        QObject *parent = nullptr);

    /// From now on; what was before is to be asked for once connected.
    void start();

Q_SIGNALS:
    void changed(const atelier::ServiceChange &change);
    /// What the machine that runs the jobs is doing, about every two seconds.
    void loadMeasured(const atelier::MachineLoad &load);
    /// Changes may have been missed: everything is to be asked for again.
    void reset();
    void connectionChanged(bool isConnected);
    /// The service is there, but nothing has come from it for longer than the patience, or it comes again. A
    /// break of the connection ends a silence too.
    void silenceChanged(bool isSilent);
    /// The service cannot be started; it is tried again.
    void unavailable(const atelier::Error &error);

private:
    void lookForSilence();
    void setSilent(bool isSilent);
    void take(const QByteArray &bytes);
    void take(const ServerSentEvents::Event &event);

    ServiceStream m_stream;
    ServerSentEvents m_events;
    std::int64_t m_sequence = -1; ///< the last one seen
    bool m_wasConnected = false;
    QTimer m_silence; ///< since the last sign of life
    bool m_isSilent = false;
    bool m_isIncomplete = false; ///< calls may have failed that nobody repeats
};

} // namespace atelier

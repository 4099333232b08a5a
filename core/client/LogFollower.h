#pragma once

#include "core/client/ServiceStream.h"

#include <cstdint>

namespace atelier {

/// Follows a job's output to its end, over every break of the connection. The client must outlive it.
class LogFollower : public QObject
{
    Q_OBJECT

public:
    LogFollower(ServiceClient &client, std::string job, QObject *parent = nullptr);

    void start();
    /// Bytes received so far.
    [[nodiscard]] std::uint64_t offset() const { return m_offset; }

Q_SIGNALS:
    void received(const QByteArray &bytes);
    /// The job has ended and all of its output was received.
    void ended();
    void failed(const atelier::Error &error);

private:
    void checkEnd();

    ServiceClient &m_client;
    const std::string m_job;
    ServiceStream m_stream;
    std::uint64_t m_offset = 0;
    bool m_isFinal = false; ///< the job had ended before the stream was last opened
};

} // namespace atelier

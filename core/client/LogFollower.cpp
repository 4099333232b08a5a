#include "core/client/LogFollower.h"

#include "core/base/Json.h"
#include "core/domain/JobStatus.h"

namespace atelier {

LogFollower::LogFollower(ServiceClient &client, std::string job, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_job(std::move(job))
    , m_stream(client, "/api/v1/jobs/" + m_job + "/log", [this] {
        return http::Fields{{"follow", "1"}, {"offset", std::to_string(m_offset)}};
    })
{
    connect(&m_stream, &ServiceStream::received, this, [this](const QByteArray &bytes) {
        m_offset += static_cast<std::uint64_t>(bytes.size());
        Q_EMIT received(bytes);
    });
    connect(&m_stream, &ServiceStream::finished, this, &LogFollower::checkEnd);
    connect(&m_stream, &ServiceStream::failed, this, &LogFollower::failed);
}

void LogFollower::start()
{
    m_stream.open();
}

void LogFollower::checkEnd()
{
    // A service that stops closes the stream just like one whose job has ended; only a stream that was opened
    // after the job's end is known to have brought everything.
    if (m_isFinal) {
        Q_EMIT ended();
        return;
    }
    m_client.get("/api/v1/jobs/" + m_job, {}, this, [this](const Reply &reply) {
        if (!reply.isSuccess()) {
            Q_EMIT failed(reply.errors.front());
            return;
        }
        const auto status = jobStatusFromName(textAt(reply.json, "status"));
        m_isFinal = status && isFinal(*status);
        if (m_isFinal)
            m_stream.open();
        else
            m_stream.reopen();
    });
}

} // namespace atelier

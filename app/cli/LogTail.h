#pragma once

#include "core/client/LogFollower.h"

#include <deque>
#include <string>

namespace atelier::cli {

/// The last lines of an ended job's output.
class LogTail : public QObject
{
    Q_OBJECT

public:
    LogTail(ServiceClient &client, const std::string &job, std::size_t lines, QObject *parent);

    void start() { m_follower.start(); }

Q_SIGNALS:
    /// Nothing where the job wrote nothing or its log is gone.
    void read(const std::string &text);

private:
    void take(const QByteArray &bytes);
    void finish();

    LogFollower m_follower;
    const std::size_t m_most;
    std::deque<std::string> m_lines; ///< the last one may be incomplete
};

} // namespace atelier::cli

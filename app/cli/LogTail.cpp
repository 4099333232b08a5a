#include "app/cli/LogTail.h"

namespace atelier::cli {

namespace {

constexpr std::size_t longestLine = 2000;

} // namespace

LogTail::LogTail(ServiceClient &client, const std::string &job, std::size_t lines, QObject *parent)
    : QObject(parent)
    , m_follower(client, job)
    , m_most(lines)
{
    connect(&m_follower, &LogFollower::received, this, &LogTail::take);
    connect(&m_follower, &LogFollower::ended, this, &LogTail::finish);
    connect(&m_follower, &LogFollower::failed, this, &LogTail::finish);
}

void LogTail::take(const QByteArray &bytes)
{
    if (m_lines.empty())
        m_lines.emplace_back();
    for (const char c : bytes) {
        if (c == '\n') {
            m_lines.emplace_back();
            if (m_lines.size() > m_most + 1)
                m_lines.pop_front();
        } else if (m_lines.back().size() < longestLine) {
            m_lines.back() += c;
        }
    }
}

void LogTail::finish()
{
    if (!m_lines.empty() && m_lines.back().empty())
        m_lines.pop_back();
    std::string text;
    const std::size_t surplus = m_lines.size() > m_most ? m_lines.size() - m_most : 0;
    for (std::size_t i = surplus; i < m_lines.size(); ++i)
        text += m_lines[i] + "\n";
    Q_EMIT read(text);
}

} // namespace atelier::cli

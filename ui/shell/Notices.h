#pragma once

#include "core/client/JobListWatch.h"
#include "ui/shell/Studio.h"

#include <set>

namespace atelier::ui {

/// What happened that one may want to know of: jobs that ended, as the service has them, and what went wrong
/// in this window. Until when it has been read is kept for each workspace.
class Notices : public QObject
{
    Q_OBJECT

public:
    struct Problem
    {
        QString title;
        QString text;
        std::int64_t timeMs = 0; ///< Unix time
    };

    Notices(WorkspaceConnection &connection, QSettings &settings, QObject *parent = nullptr);

    /// The last ones, the newest first.
    [[nodiscard]] const std::vector<JobSummary> &ended() const { return m_ended.jobs(); }
    [[nodiscard]] const std::vector<Problem> &problems() const { return m_problems; }
    [[nodiscard]] bool isUnread(std::int64_t timeMs) const { return timeMs > m_readMs; }
    [[nodiscard]] int unreadCount() const;

    void add(Problem problem);
    void markRead();

Q_SIGNALS:
    void changed();
    /// While the window was open.
    void jobEnded(const atelier::JobSummary &job);

private:
    void takeEnded();

    QSettings &m_settings;
    const QString m_key; ///< of the time until which it has been read
    JobListWatch m_ended;
    std::set<std::string> m_known; ///< names of jobs that were there, ended, when last looked
    bool m_hasLooked = false;
    std::vector<Problem> m_problems;
    std::int64_t m_readMs = 0;
};

} // namespace atelier::ui

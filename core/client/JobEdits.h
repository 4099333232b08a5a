#pragma once

#include "core/base/Error.h"
#include "core/client/JobCalls.h"
#include "core/domain/JobEdit.h"

#include <QObject>

#include <string>
#include <vector>

namespace atelier {

/// How a job is to change, and what it says of that so far.
struct JobChange
{
    std::string job;
    JobEdit edit;
    JobEdit before;
};

/// Changes of many jobs, a few at a time; one that fails does not keep the others from being made. The calls
/// must outlive it.
class JobEdits : public QObject
{
    Q_OBJECT

public:
    JobEdits(JobCalls &calls, std::vector<JobChange> changes, QObject *parent = nullptr);

    void start();
    /// Begins no more; `finished` comes when what is under way is answered.
    void stop();

    [[nodiscard]] const std::vector<JobChange> &made() const { return m_made; }
    [[nodiscard]] std::size_t failed() const { return m_failed; }
    [[nodiscard]] const Error &problem() const { return m_problem; } ///< of the first that failed

Q_SIGNALS:
    void progressed(double share); ///< of the changes that are answered, 0 to 1
    void finished();

private:
    void goOn();
    void begin(const JobChange &change);
    void take(const JobChange &change, const Result<void> &done);

    JobCalls &m_calls;
    std::vector<JobChange> m_changes;
    std::size_t m_begun = 0;
    std::size_t m_answered = 0;
    std::size_t m_failed = 0;
    std::vector<JobChange> m_made;
    Error m_problem;
};

} // namespace atelier

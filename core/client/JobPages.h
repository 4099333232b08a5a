#pragma once

#include "core/client/RepeatedCall.h"
#include "core/client/WorkspaceConnection.h"

#include <memory>
#include <set>
#include <string>
#include <vector>

namespace atelier {

/// Jobs in the order of a list; each is replaced when it changes and never altered.
using JobRows = std::vector<std::shared_ptr<const JobSummary>>;

[[nodiscard]] JobRows rowsOf(const std::vector<JobSummary> &jobs);

/// A list of jobs of any length: the first page at once, more as one asks for them. It is kept as the service
/// has it: what changes is asked for by name, and takes its place in the order. The connection must outlive
/// it.
class JobPages : public QObject
{
    Q_OBJECT

public:
    JobPages(WorkspaceConnection &connection, JobFilter filter, QObject *parent = nullptr);

    void setFilter(const JobFilter &filter);
    [[nodiscard]] const JobFilter &filter() const { return m_filter; }
    /// Asks for nothing while it is paused, and catches up afterwards.
    void setPaused(bool paused);
    /// Reads all anew that has been read.
    void refresh() { m_reading.request(); }
    [[nodiscard]] bool hasMore() const { return !m_next.empty(); }
    void fetchMore();

    [[nodiscard]] const JobRows &jobs() const { return m_jobs; }
    [[nodiscard]] std::int64_t total() const { return m_total; } ///< of all pages
    /// An answer to the filter in force has come.
    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }

Q_SIGNALS:
    void changed();
    void failed(const atelier::Error &error);

private:
    void note(const ServiceChange &change);
    void read();
    void readOn(JobRows rows, const std::string &after);
    void update();
    void take(const JobList &list);
    void place(std::shared_ptr<const JobSummary> job);
    [[nodiscard]] bool isBeside(const JobSummary &one, const JobSummary &other) const;
    [[nodiscard]] bool belongsAt(JobRows::iterator there, const JobSummary &job, std::int64_t nowMs);
    void finishReading(const Error &error);
    [[nodiscard]] JobFilter pageAfter(const std::string &after, std::int64_t limit) const;

    WorkspaceConnection &m_connection;
    JobFilter m_filter;
    JobRows m_jobs;
    std::string m_next; ///< where the next page begins; "" where there is none
    std::int64_t m_total = 0;
    std::set<std::string> m_changed; ///< names, to be asked for
    int m_question = 0; ///< tells the answer to an earlier filter or reading
    bool m_isLoaded = false;
    bool m_isFetching = false;
    RepeatedCall m_reading;
    RepeatedCall m_updating;
};

} // namespace atelier

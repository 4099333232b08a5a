#pragma once

#include "core/client/JobCalls.h"

#include <QObject>

#include <set>
#include <string>
#include <vector>

namespace atelier {

/// Reads all jobs of a list, page by page, and tells them as comma-separated values (see JobCsv). Its end
/// cancels it. The client must outlive it.
class JobExport : public QObject
{
    Q_OBJECT

public:
    /// `query` as the address of a list of jobs has it; what it says of pages counts for nothing.
    JobExport(ServiceClient &client, const http::Fields &query, std::vector<std::string> columns,
        QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    /// The head first, then page after page.
    void read(const std::string &csv);
    void finished();
    void failed(const atelier::Error &error);

private:
    void readPage();
    void take(JobList list);

    ServiceClient &m_client;
    http::Fields m_query; ///< without `after`
    std::string m_after; ///< where the next page begins
    const std::vector<std::string> m_columns;
    std::set<std::string> m_known; ///< names: one that changes while pages are read may be on two
};

} // namespace atelier

#pragma once

#include "core/client/ServiceClient.h"
#include "core/domain/Experiment.h"
#include "core/domain/JobDetail.h"
#include "core/domain/JobEdit.h"
#include "core/domain/TablePage.h"
#include "core/series/MetricPoints.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace atelier {

/// Which jobs a list asks for, in the order newest first unless it says otherwise. Empty means any.
struct JobFilter
{
    std::vector<JobStatus> statuses;
    std::string filter; ///< `state:failed metric.auc>0.9`, see JobFilterGrammar
    std::string text; ///< found anywhere in name, display name or description
    std::string order; ///< `created desc`, `metric.auc asc`, …
    bool isGrouped = false; ///< by experiment, the one that was used last first
    std::vector<std::string> among; ///< names: of these alone
    std::string after; ///< the `next` of the page before
    std::int64_t limit = 100;

    bool operator==(const JobFilter &) const = default;
};

struct JobList
{
    std::vector<JobSummary> jobs;
    std::int64_t total = 0; ///< of all pages
    std::string next; ///< where the next page begins; "" where there is none
    std::vector<std::string> gone; ///< of those asked for by name, what is not in the list
};

/// What an address asks with, and what comes back.
[[nodiscard]] http::Fields addressOf(const JobFilter &filter);
[[nodiscard]] JobList jobListFrom(const Json &json);

/// What a filter can have before its operator, or behind it.
struct FilterProposal
{
    std::string text; ///< `metric.auc`, or a value
    std::string kind; ///< of a field: text, number, time or duration
    std::int64_t jobs = 0; ///< that have it
};

/// A file that a job has written, or that its code consists of.
struct JobFile
{
    std::string path; ///< relative to the listed folder
    std::uint64_t size = 0;
    std::int64_t modifiedMs = 0;
};

/// What can be asked of jobs and done with them, as the domain's types. Every call returns at once; its
/// callback comes on the receiver's thread while the receiver lives.
class JobCalls
{
public:
    template<typename T>
    using Callback = std::function<void(Result<T>)>;

    /// The client must outlive it.
    explicit JobCalls(ServiceClient &client)
        : m_client(client)
    {
    }

    void list(const JobFilter &filter, QObject *receiver, Callback<JobList> callback);
    /// Fields whose names hold `text`.
    void filterFields(
        const std::string &text, QObject *receiver, Callback<std::vector<FilterProposal>> callback);
    /// Values of a field that hold `text`.
    void filterValues(const std::string &field, const std::string &text, QObject *receiver,
        Callback<std::vector<FilterProposal>> callback);
    /// How many jobs each filter lets through.
    void countJobs(const std::vector<std::string> &filters, QObject *receiver,
        Callback<std::vector<std::int64_t>> callback);
    void experiments(QObject *receiver, Callback<std::vector<ExperimentSummary>> callback);
    void detail(const std::string &job, QObject *receiver, Callback<JobDetail> callback);
    /// `after` 0: all points.
    void points(const std::string &job, std::int64_t after, QObject *receiver,
        Callback<series::MetricPoints> callback);
    /// Evenly chosen points of one metric, at most `limit`.
    void history(const std::string &job, const std::string &key, std::int64_t limit, QObject *receiver,
        Callback<std::vector<series::Point>> callback);
    /// All files below `outputs`, `logs` or `snapshot`.
    void files(const std::string &job, const std::string &folder, QObject *receiver,
        Callback<std::vector<JobFile>> callback);

    /// A part of a file that is a table; `path` begins with `outputs`, `logs` or `snapshot`.
    void table(const std::string &job, const std::string &path, const TablePart &part, QObject *receiver,
        Callback<TablePage> callback);

    /// All rows of the part, whatever its `offset` and `limit`, as CSV into an open file; all columns where
    /// it has no `names`.
    void saveTable(const std::string &job, const std::string &path, const TablePart &part, Descriptor target,
        QObject *receiver, Callback<void> callback);

    using SubmitCallback = std::function<void(const std::vector<Error> &errors, const JobDetail &job)>;
    /// Submits a job that is there once more, under a new name and with settings `path=value`.
    void submitFrom(const std::string &name, const std::string &from,
        const std::vector<std::string> &settings, QObject *receiver, SubmitCallback callback);
    /// Changes what people say of a job; Conflict where it does not say any more what `before` has.
    void edit(const std::string &job, const JobEdit &edit, const JobEdit &before, QObject *receiver,
        Callback<void> callback);
    void cancel(const std::string &job, QObject *receiver, Callback<void> callback);
    /// To be brought back within 30 days by `restore`.
    void remove(const std::string &job, QObject *receiver, Callback<void> callback);
    void restore(const std::string &job, QObject *receiver, Callback<void> callback);

private:
    ServiceClient &m_client;
};

} // namespace atelier

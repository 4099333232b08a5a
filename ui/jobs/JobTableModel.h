#pragma once

#include "core/client/JobPages.h"
#include "core/domain/Experiment.h"
#include "ui/jobs/SecondLine.h"
#include "ui/widgets/table/TableModel.h"

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace atelier::ui {

class MetricLines;

/// Jobs as rows, in the order they are given or under their experiments. Rows that stay keep their place in
/// the selection.
class JobTableModel : public TableModel
{
    Q_OBJECT

public:
    enum JobColumn {
        JobCell,
        StateCell,
        ProgressCell,
        CreatedCell,
        DurationCell,
        ExperimentCell,
        ComputeCell,
        UserCell,
        MetricCell,
        TagsCell,
        KeyedCell ///< and all behind it: a metric or parameter that was asked for
    };
    enum class Grouping { None, ByExperiment };
    enum class Columns { All, Few }; ///< few: job, state, primary metric and when it was created

    /// `lines` must outlive it.
    JobTableModel(MetricLines &lines, Columns columns, QObject *parent = nullptr);

    void setJobs(JobRows jobs, std::vector<ExperimentSummary> experiments, Grouping grouping);
    /// Whether there are more than it was given: `moreRequested` then comes when the last row is seen.
    void setHasMore(bool hasMore) { m_hasMore = hasMore; }
    void toggleGroup(int row);
    /// Columns of metrics and parameters, `metric.auc` or `param.rate`, in the place of those before.
    void setKeyedColumns(const QStringList &ids);
    [[nodiscard]] QStringList keyedColumns() const;
    /// Ages and durations of what runs are told anew.
    void tick();

    /// Null for a group.
    [[nodiscard]] const JobSummary *job(int row) const;
    /// Those that are no groups.
    [[nodiscard]] JobRows jobs(const QList<int> &rows) const;
    [[nodiscard]] int rowOf(const std::string &job) const; ///< -1: not shown

    [[nodiscard]] Cell cell(int row, int column) const override;
    [[nodiscard]] bool isGroup(int row) const override { return job(row) == nullptr; }
    [[nodiscard]] bool isTelling(int column) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex & /*parent*/) const override { return m_hasMore; }
    void fetchMore(const QModelIndex & /*parent*/) override { Q_EMIT moreRequested(); }
    /// The column that is sorted by a field of the service's `order`; -1: none is.
    [[nodiscard]] int columnOf(const QString &field) const;
    /// Asks for it: the service sorts.
    void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
    /// As the service's `order` has it; "" for its own order.
    void orderRequested(const QString &order);
    void moreRequested();

private:
    struct Line
    {
        std::string group; ///< the experiment
        std::shared_ptr<const JobSummary> job; ///< nothing: the group's head

        [[nodiscard]] bool isSame(const Line &other) const
        {
            return job && other.job ? job->name == other.job->name
                                    : !job && !other.job && group == other.group;
        }
        [[nodiscard]] std::string key() const { return job ? job->name : "\n" + group; }
    };
    using Lines = std::vector<Line>;
    using Order = std::vector<std::pair<int, int>>; ///< place and row

    void arrange();
    void findTelling();
    void replaceBy(Lines lines);
    int insertMissing(const Lines &wanted, int begin, int end);
    int putInOrderOf(const Lines &wanted, int begin, int end);
    void sortRows(Order order, int begin);
    [[nodiscard]] JobColumn kindOf(int column) const;
    [[nodiscard]] QString fieldOf(int column) const;
    [[nodiscard]] Cell jobCell(const JobSummary &job, int column) const;
    [[nodiscard]] Cell titleCell(const JobSummary &job) const;
    [[nodiscard]] Cell groupCell(const std::string &experiment) const;
    [[nodiscard]] Cell metricCell(const JobSummary &job) const;

    MetricLines &m_lines;
    bool m_hasLines = false; ///< some row has one: all leave room for it
    const Columns m_columns;
    JobRows m_jobs;
    SecondLine m_secondLine;
    std::set<JobColumn> m_silent; ///< columns that say the same of every job, or nothing
    std::vector<ExperimentSummary> m_experiments;
    std::map<std::string, int> m_shown; ///< jobs that were given of each experiment
    bool m_hasMore = false;
    Grouping m_grouping = Grouping::None;
    std::set<std::string> m_closed; ///< groups
    Lines m_rows;
};

} // namespace atelier::ui

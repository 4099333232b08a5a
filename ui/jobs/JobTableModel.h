#pragma once

#include "core/domain/Experiment.h"
#include "ui/widgets/table/TableModel.h"

#include <set>
#include <string>
#include <vector>

namespace atelier::ui {

class MetricLines;

/// Jobs as rows, in the order they are given or under their experiments. Rows that stay keep their place in
/// the selection.
class JobTableModel : public TableModel
{
    Q_OBJECT

public:
    enum JobColumn { JobCell, StateCell, ProgressCell, CreatedCell, DurationCell, MetricCell, TagsCell };
    enum class Grouping { None, ByExperiment };
    enum class Columns { All, Few }; ///< few: without progress, duration and tags

    /// `lines` must outlive it.
    JobTableModel(MetricLines &lines, Columns columns, QObject *parent = nullptr);

    void setJobs(std::vector<JobSummary> jobs, std::vector<ExperimentSummary> experiments, Grouping grouping);
    void toggleGroup(int row);
    /// Ages and durations of what runs are told anew.
    void tick();

    /// Null for a group.
    [[nodiscard]] const JobSummary *job(int row) const;
    [[nodiscard]] int rowOf(const std::string &job) const; ///< -1: not shown

    [[nodiscard]] Cell cell(int row, int column) const override;
    [[nodiscard]] bool isGroup(int row) const override { return job(row) == nullptr; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    /// Asks for it: the service sorts.
    void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
    /// As the service's `order` has it; "" for its own order.
    void orderRequested(const QString &order);

private:
    struct Line
    {
        std::string group; ///< the experiment
        std::optional<JobSummary> job; ///< nothing: the group's head

        [[nodiscard]] std::string key() const { return job ? job->name : "\n" + group; }
        bool operator==(const Line &) const = default;
    };

    void arrange();
    void replaceBy(std::vector<Line> lines);
    [[nodiscard]] JobColumn kindOf(int column) const;
    [[nodiscard]] Cell jobCell(const JobSummary &job, JobColumn column) const;
    [[nodiscard]] Cell groupCell(const std::string &experiment) const;
    [[nodiscard]] Cell metricCell(const JobSummary &job) const;

    MetricLines &m_lines;
    const Columns m_columns;
    std::vector<JobSummary> m_jobs;
    std::vector<ExperimentSummary> m_experiments;
    Grouping m_grouping = Grouping::None;
    std::set<std::string> m_closed; ///< groups
    std::vector<Line> m_rows;
};

} // namespace atelier::ui

#include "ui/jobs/JobTableModel.h"

#include "core/system/Clock.h"
#include "ui/jobs/JobCells.h"
#include "ui/jobs/JobColumns.h"
#include "ui/jobs/ListedBest.h"
#include "ui/jobs/MetricLines.h"
#include "ui/text/Format.h"

#include <algorithm>
#include <functional>
#include <map>
#include <utility>

namespace atelier::ui {

namespace {

/// Whether two jobs differ in it.
template<typename Of>
bool isVaried(const JobRows &jobs, Of of)
{
    return std::any_of(
        jobs.begin(), jobs.end(), [&](const auto &job) { return of(*job) != of(*jobs.front()); });
}

} // namespace

JobTableModel::JobTableModel(MetricLines &lines, Columns columns, QObject *parent)
    : TableModel(columns == Columns::Few ? fewJobColumns() : allJobColumns(), parent)
    , m_lines(lines)
    , m_columns(columns)
{
    connect(&m_lines, &MetricLines::loaded, this, [this](const std::string &job) {
        const int row = rowOf(job);
        if (row < 0)
            return;
        if (m_lines.isLine(job) && !std::exchange(m_hasLines, true))
            return tick();
        Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
    });
}

void JobTableModel::setJobs(JobRows jobs, std::vector<ExperimentSummary> experiments, Grouping grouping)
{
    m_jobs = std::move(jobs);
    m_experiments = withListedBest(std::move(experiments), m_jobs);
    m_grouping = grouping;
    m_secondLine.learn(m_jobs);
    m_hasLines = std::any_of(
        m_jobs.begin(), m_jobs.end(), [this](const auto &job) { return m_lines.isLine(job->name); });
    findTelling();
    arrange();
}

void JobTableModel::findTelling()
{
    std::set<JobColumn> silent;
    const auto has = [&](JobColumn column, auto tells) {
        if (std::none_of(m_jobs.begin(), m_jobs.end(), [&](const auto &job) { return tells(*job); }))
            silent.insert(column);
    };
    has(ProgressCell, [](const JobSummary &job) { return job.steps.has_value(); });
    has(DurationCell, [](const JobSummary &job) { return job.startedMs.has_value(); });
    has(MetricCell, [](const JobSummary &job) { return job.primary.has_value(); });
    has(TagsCell, [](const JobSummary &job) { return !tagsCell(job).tags.isEmpty(); });
    if (m_grouping == Grouping::ByExperiment || !isVaried(m_jobs, std::mem_fn(&JobSummary::experiment)))
        silent.insert(ExperimentCell);
    if (!isVaried(m_jobs, std::mem_fn(&JobSummary::compute)))
        silent.insert(ComputeCell);
    if (!isVaried(m_jobs, std::mem_fn(&JobSummary::user)))
        silent.insert(UserCell);
    if (silent == m_silent)
        return;
    m_silent = std::move(silent);
    Q_EMIT tellingChanged();
}

bool JobTableModel::isTelling(int column) const
{
    return m_columns == Columns::Few || m_silent.count(kindOf(column)) == 0;
}

QStringList JobTableModel::keyedColumns() const
{
    QStringList ids;
    for (const Column &column : columns().mid(KeyedCell))
        ids << column.id;
    return ids;
}

void JobTableModel::setKeyedColumns(const QStringList &ids)
{
    for (int column = columnCount() - 1; column >= KeyedCell; --column)
        if (!ids.contains(columns()[column].id))
            removeColumn(column);
    const QStringList known = keyedColumns();
    for (const QString &id : ids)
        if (!known.contains(id))
            addColumn(keyedColumn(id));
}

void JobTableModel::arrange()
{
    m_shown.clear();
    for (const auto &job : m_jobs)
        ++m_shown[job->experiment];
    Lines lines;
    if (m_grouping == Grouping::None) {
        for (const auto &job : m_jobs)
            lines.push_back({job->experiment, job});
        return replaceBy(std::move(lines));
    }
    std::map<std::string_view, JobRows> jobs;
    for (const auto &job : m_jobs)
        jobs[job->experiment].push_back(job);
    for (const ExperimentSummary &experiment : m_experiments) {
        const auto found = jobs.find(experiment.name);
        if (found == jobs.end())
            continue;
        lines.push_back({experiment.name, {}});
        if (m_closed.count(experiment.name) == 0)
            for (const auto &job : found->second)
                lines.push_back({experiment.name, job});
    }
    replaceBy(std::move(lines));
}

void JobTableModel::tick()
{
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void JobTableModel::toggleGroup(int row)
{
    const std::string group = m_rows[static_cast<std::size_t>(row)].group;
    if (m_closed.erase(group) == 0)
        m_closed.insert(group);
    arrange();
}

const JobSummary *JobTableModel::job(int row) const
{
    if (row < 0 || row >= rowCount())
        return nullptr;
    const Line &line = m_rows[static_cast<std::size_t>(row)];
    return line.job.get();
}

JobRows JobTableModel::jobs(const QList<int> &rows) const
{
    JobRows jobs;
    for (const int row : rows)
        if (job(row) != nullptr)
            jobs.push_back(m_rows[static_cast<std::size_t>(row)].job);
    return jobs;
}

int JobTableModel::rowOf(const std::string &job) const
{
    const auto found = std::find_if(
        m_rows.begin(), m_rows.end(), [&](const Line &line) { return line.job && line.job->name == job; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int JobTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

JobTableModel::JobColumn JobTableModel::kindOf(int column) const
{
    static constexpr JobColumn few[] = {JobCell, StateCell, MetricCell, CreatedCell};
    return m_columns == Columns::Few ? few[column] : static_cast<JobColumn>(std::min<int>(column, KeyedCell));
}

Cell JobTableModel::cell(int row, int column) const
{
    const Line &line = m_rows[static_cast<std::size_t>(row)];
    return line.job ? jobCell(*line.job, column) : groupCell(line.group);
}

Cell JobTableModel::jobCell(const JobSummary &job, int column) const
{
    switch (kindOf(column)) {
    case JobCell:
        return titleCell(job);
    case StateCell:
        return cell::Status{stateLook(job.status)};
    case ProgressCell:
        return progressCell(job);
    case CreatedCell:
        return cell::Text{ageText(job.createdMs, nowMs())};
    case DurationCell:
        return durationCell(job);
    case ExperimentCell:
        return cell::Text{textOf(job.experiment)};
    case ComputeCell:
        return computeCell(job);
    case UserCell:
        return cell::Text{textOf(job.user)};
    case MetricCell:
        return metricCell(job);
    case TagsCell:
        return tagsCell(job);
    case KeyedCell:
        return keyedCell(job, columns()[column].id);
    }
    return cell::Text{};
}

/// Where nothing else names its experiment, the second line may.
Cell JobTableModel::titleCell(const JobSummary &job) const
{
    const QString second = m_secondLine.of(job, nowMs());
    return nameCell(job, second.isEmpty() && m_columns == Columns::Few ? textOf(job.experiment) : second);
}

Cell JobTableModel::metricCell(const JobSummary &job) const
{
    if (!job.primary)
        return cell::Metric{{}, {}, {}, false, m_hasLines};
    const bool isBest = std::any_of(m_experiments.begin(), m_experiments.end(),
        [&](const ExperimentSummary &experiment) { return experiment.bestJob == job.name; });
    return cell::Metric{
        m_lines.pointsOf(job), metricText(job.primary->value), textOf(job.primary->key), isBest, m_hasLines};
}

Cell JobTableModel::groupCell(const std::string &name) const
{
    const auto shown = m_shown.find(name);
    for (const ExperimentSummary &experiment : m_experiments)
        if (experiment.name == name)
            return ui::groupCell(
                experiment, shown == m_shown.end() ? 0 : shown->second, m_closed.count(name) == 0);
    return cell::Group{textOf(name)};
}

int JobTableModel::columnOf(const QString &field) const
{
    for (int column = 0; column < columnCount(); ++column)
        if (!field.isEmpty() && fieldOf(column) == field)
            return column;
    return -1;
}

QString JobTableModel::fieldOf(int column) const
{
    static const std::map<JobColumn, QString> fields{{JobCell, QStringLiteral("display_name")},
        {StateCell, QStringLiteral("status")}, {CreatedCell, QStringLiteral("created")},
        {DurationCell, QStringLiteral("duration")}, {ExperimentCell, QStringLiteral("experiment")}};
    if (column < 0)
        return {};
    if (kindOf(column) == KeyedCell)
        return columns()[column].id;
    const auto field = fields.find(kindOf(column));
    return field == fields.end() ? QString() : field->second;
}

void JobTableModel::sort(int column, Qt::SortOrder order)
{
    const QString field = fieldOf(column);
    const QString direction = order == Qt::AscendingOrder ? QStringLiteral(" asc") : QStringLiteral(" desc");
    Q_EMIT orderRequested(field.isEmpty() ? field : field + direction);
}

} // namespace atelier::ui

#include "ui/jobs/JobTableModel.h"

#include "core/system/Clock.h"
#include "ui/jobs/JobCells.h"
#include "ui/jobs/MetricLines.h"
#include "ui/text/Format.h"
#include "ui/theme/Type.h"
#include "ui/widgets/Pill.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace atelier::ui {

namespace {

/// Room for the words of every state, in whichever language.
int stateWidth()
{
    constexpr int least = 116;
    constexpr int padding = 20;
    constexpr int hundred = 100;
    int widest = 0;
    for (int status = 0; status <= static_cast<int>(JobStatus::Skipped); ++status)
        widest = std::max(widest, pillSize(stateLook(static_cast<JobStatus>(status))).width());
    return std::max(least, widest * hundred / scaled(hundred) + padding);
}

QList<Column> columnsOf(JobTableModel::Columns columns)
{
    using Align = Column::Align;
    const Column job{JobTableModel::tr("Job"), 0};
    const Column state{JobTableModel::tr("State"), stateWidth()};
    const bool isFew = columns == JobTableModel::Columns::Few;
    const Column created{JobTableModel::tr("Created"), isFew ? 110 : 94, Align::Start, true, isFew ? 540 : 0};
    const Column metric{JobTableModel::tr("Primary metric"), 150, Align::Start, false, isFew ? 400 : 0};
    if (isFew)
        return {job, state, metric, created};
    return {job, state, {JobTableModel::tr("Progress"), 132, Align::Start, false}, created,
        {JobTableModel::tr("Duration"), 90, Align::End, true, 760}, metric,
        {JobTableModel::tr("Tags"), 136, Align::Start, false, 880}};
}

} // namespace

JobTableModel::JobTableModel(MetricLines &lines, Columns columns, QObject *parent)
    : TableModel(columnsOf(columns), parent)
    , m_lines(lines)
    , m_columns(columns)
{
    connect(&m_lines, &MetricLines::loaded, this, [this](const std::string &job) {
        if (const int row = rowOf(job); row >= 0)
            Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
    });
}

void JobTableModel::setJobs(JobRows jobs, std::vector<ExperimentSummary> experiments, Grouping grouping)
{
    m_jobs = std::move(jobs);
    m_experiments = std::move(experiments);
    m_grouping = grouping;
    arrange();
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

/// What is the same at both ends stays. Between them rows come at once, all are put in order, and what goes
/// goes at once: a signal for each of many runs would have views lay themselves out as often. So every row
/// that stays keeps its place in the selection.
void JobTableModel::replaceBy(Lines lines)
{
    const auto same = [](const Line &one, const Line &other) { return one.isSame(other); };
    const auto [oldBegin, newBegin]
        = std::mismatch(m_rows.begin(), m_rows.end(), lines.begin(), lines.end(), same);
    const auto [oldEnd, newEnd] = std::mismatch(m_rows.rbegin(), std::make_reverse_iterator(oldBegin),
        lines.rbegin(), std::make_reverse_iterator(newBegin), same);
    const auto begin = static_cast<int>(oldBegin - m_rows.begin());
    const auto end = static_cast<int>(oldEnd.base() - m_rows.begin());
    const Lines wanted(newBegin, newEnd.base());
    const int added = insertMissing(wanted, begin, end);
    const int gone = putInOrderOf(wanted, begin, end + added);
    if (gone > 0) {
        beginRemoveRows({}, begin, begin + gone - 1);
        m_rows.erase(m_rows.begin() + begin, m_rows.begin() + begin + gone);
        endRemoveRows();
    }
    m_rows = std::move(lines);
    tick();
}

/// At the end of the rows from `begin` to `end`; answers how many.
int JobTableModel::insertMissing(const Lines &wanted, int begin, int end)
{
    std::set<std::string> known;
    for (int row = begin; row < end; ++row)
        known.insert(m_rows[static_cast<std::size_t>(row)].key());
    Lines missing;
    for (const Line &line : wanted)
        if (known.count(line.key()) == 0)
            missing.push_back(line);
    if (missing.empty())
        return 0;
    beginInsertRows({}, end, end + static_cast<int>(missing.size()) - 1);
    m_rows.insert(m_rows.begin() + end, missing.begin(), missing.end());
    endInsertRows();
    return static_cast<int>(missing.size());
}

/// What is not wanted comes first; answers how many these are.
int JobTableModel::putInOrderOf(const Lines &wanted, int begin, int end)
{
    std::map<std::string, int> places;
    for (const Line &line : wanted)
        places.emplace(line.key(), static_cast<int>(places.size()));
    Order order;
    int gone = 0;
    for (int row = begin; row < end; ++row) {
        const auto place = places.find(m_rows[static_cast<std::size_t>(row)].key());
        order.emplace_back(place == places.end() ? -1 : place->second, row);
        gone += place == places.end() ? 1 : 0;
    }
    if (!std::is_sorted(order.begin(), order.end()))
        sortRows(std::move(order), begin);
    return gone;
}

void JobTableModel::sortRows(Order order, int begin)
{
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    std::sort(order.begin(), order.end());
    Lines sorted;
    std::vector<int> rows(order.size()); // where each of them goes
    for (const auto &[place, row] : order) {
        rows[static_cast<std::size_t>(row - begin)] = begin + static_cast<int>(sorted.size());
        sorted.push_back(m_rows[static_cast<std::size_t>(row)]);
    }
    std::move(sorted.begin(), sorted.end(), m_rows.begin() + begin);
    const int end = begin + static_cast<int>(order.size());
    const QModelIndexList indexes = persistentIndexList();
    for (const QModelIndex &index : indexes)
        if (index.row() >= begin && index.row() < end)
            changePersistentIndex(
                index, this->index(rows[static_cast<std::size_t>(index.row() - begin)], index.column()));
    Q_EMIT layoutChanged({}, VerticalSortHint);
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
    return m_columns == Columns::Few ? few[column] : static_cast<JobColumn>(column);
}

Cell JobTableModel::cell(int row, int column) const
{
    const Line &line = m_rows[static_cast<std::size_t>(row)];
    return line.job ? jobCell(*line.job, kindOf(column)) : groupCell(line.group);
}

Cell JobTableModel::jobCell(const JobSummary &job, JobColumn column) const
{
    switch (column) {
    case JobCell:
        return nameCell(job);
    case StateCell:
        return cell::Status{stateLook(job.status)};
    case ProgressCell:
        return progressCell(job);
    case CreatedCell:
        return cell::Text{ageText(job.createdMs, nowMs())};
    case DurationCell:
        return cell::Number{durationText(durationOf(job, nowMs()).value_or(-1))};
    case MetricCell:
        return metricCell(job);
    case TagsCell:
        return tagsCell(job);
    }
    return cell::Text{};
}

Cell JobTableModel::metricCell(const JobSummary &job) const
{
    if (!job.primary)
        return cell::Metric{};
    const bool isBest = std::any_of(m_experiments.begin(), m_experiments.end(),
        [&](const ExperimentSummary &experiment) { return experiment.bestJob == job.name; });
    return cell::Metric{
        m_lines.pointsOf(job), metricText(job.primary->value), textOf(job.primary->key), isBest};
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

void JobTableModel::sort(int column, Qt::SortOrder order)
{
    const QString direction = order == Qt::AscendingOrder ? QStringLiteral(" asc") : QStringLiteral(" desc");
    static const std::map<JobColumn, QString> fields{{JobCell, QStringLiteral("display_name")},
        {StateCell, QStringLiteral("status")}, {CreatedCell, QStringLiteral("created")},
        {DurationCell, QStringLiteral("duration")}};
    const auto field = column < 0 ? fields.end() : fields.find(kindOf(column));
    Q_EMIT orderRequested(field == fields.end() ? QString() : field->second + direction);
}

} // namespace atelier::ui

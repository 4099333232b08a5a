#include "ui/jobs/ExperimentTableModel.h"

#include "core/system/Clock.h"
#include "ui/jobs/JobCells.h"
#include "ui/text/Format.h"

#include <QLocale>

#include <algorithm>

namespace atelier::ui {

namespace {

using Model = ExperimentTableModel;

QList<Column> columnsOfExperiments()
{
    using Align = Column::Align;
    return {{ExperimentTableModel::tr("Experiment"), 0, Align::Start, true, 0, QStringLiteral("name")},
        {ExperimentTableModel::tr("Jobs"), 72, Align::End, true, 4, QStringLiteral("jobs")},
        {ExperimentTableModel::tr("States"), 280, Align::Start, false, 2, QStringLiteral("states")},
        {ExperimentTableModel::tr("Last run"), 110, Align::Start, true, 3, QStringLiteral("last")},
        {ExperimentTableModel::tr("Best value"), 150, Align::Start, false, 0, QStringLiteral("best")},
        {ExperimentTableModel::tr("Best job"), 200, Align::Start, true, 1, QStringLiteral("bestJob")}};
}

bool isLess(const ExperimentSummary &one, const ExperimentSummary &other, int column)
{
    switch (column) {
    case Model::JobsCell:
        return one.jobs < other.jobs;
    case Model::LastCell:
        return one.lastMs < other.lastMs;
    case Model::BestJobCell:
        return textOf(one.bestTitle).localeAwareCompare(textOf(other.bestTitle)) < 0;
    default:
        return textOf(one.name).localeAwareCompare(textOf(other.name)) < 0;
    }
}

Cell bestCell(const ExperimentSummary &experiment)
{
    if (!experiment.best)
        return cell::Text{};
    return cell::Text{
        metricText(experiment.best->value) + u' ' + textOf(experiment.best->key), &Colors::text};
}

} // namespace

ExperimentTableModel::ExperimentTableModel(QObject *parent)
    : TableModel(columnsOfExperiments(), parent)
{
}

void ExperimentTableModel::setExperiments(const std::vector<ExperimentSummary> &experiments)
{
    m_given = experiments;
    arrange();
}

void ExperimentTableModel::sort(int column, Qt::SortOrder order)
{
    m_column = column >= 0 && columns()[column].sortable ? column : -1;
    m_order = order;
    arrange();
}

/// Where the same experiments stay in the same order, only what they say is new: the selection stays.
void ExperimentTableModel::arrange()
{
    std::vector<ExperimentSummary> rows = m_given;
    if (m_column >= 0)
        std::stable_sort(
            rows.begin(), rows.end(), [this](const ExperimentSummary &one, const ExperimentSummary &other) {
                return m_order == Qt::AscendingOrder ? isLess(one, other, m_column)
                                                     : isLess(other, one, m_column);
            });
    const auto isSame
        = [](const ExperimentSummary &one, const ExperimentSummary &other) { return one.name == other.name; };
    if (std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(), isSame)) {
        m_rows = std::move(rows);
        return tick();
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void ExperimentTableModel::tick()
{
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

const ExperimentSummary &ExperimentTableModel::experiment(int row) const
{
    return m_rows[static_cast<std::size_t>(row)];
}

int ExperimentTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

Cell ExperimentTableModel::cell(int row, int column) const
{
    const ExperimentSummary &experiment = this->experiment(row);
    switch (column) {
    case NameCell:
        return cell::Name{textOf(experiment.name), {}, QStringLiteral("beaker"), Tone::Accent};
    case JobsCell:
        return cell::Number{QLocale().toString(static_cast<qlonglong>(experiment.jobs))};
    case StatesCell:
        return cell::Text{statesText(experiment)};
    case LastCell:
        return cell::Text{ageText(experiment.lastMs, nowMs())};
    case BestCell:
        return bestCell(experiment);
    case BestJobCell:
        return cell::Text{textOf(experiment.bestTitle.empty() ? experiment.bestJob : experiment.bestTitle)};
    default:
        return cell::Text{};
    }
}

} // namespace atelier::ui

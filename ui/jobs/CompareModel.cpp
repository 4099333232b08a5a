#include "ui/jobs/CompareModel.h"

#include "ui/text/Format.h"

namespace atelier::ui {

void CompareModel::setRows(const QStringList &jobs, const ComparedRows &rows)
{
    if (!hasSameShape(jobs, rows)) {
        beginResetModel();
        m_jobs = jobs;
        m_rows = rows;
        endResetModel();
        return;
    }
    if (rows == m_rows)
        return;
    m_rows = rows; // who reads a cell goes on reading it
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

bool CompareModel::hasSameShape(const QStringList &jobs, const ComparedRows &rows) const
{
    return jobs == m_jobs
        && std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
            [](const ComparedRow &one, const ComparedRow &other) { return one.name == other.name; });
}

const ComparedRow &CompareModel::row(int number) const
{
    return m_rows.at(static_cast<std::size_t>(number));
}

const ComparedCell &CompareModel::cell(const QModelIndex &index) const
{
    return row(index.row()).cells.at(static_cast<std::size_t>(index.column()));
}

int CompareModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CompareModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_jobs.size());
}

QVariant CompareModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return cell(index).text;
    case Qt::ToolTipRole: // all of it, where a narrow cell has no room
    case Qt::AccessibleTextRole:
        return spoken(cell(index));
    default:
        return {};
    }
}

QVariant CompareModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    return orientation == Qt::Horizontal ? m_jobs.value(section) : row(section).name;
}

QString CompareModel::spoken(const ComparedCell &cell) const
{
    QStringList words{isolated(cell.text)};
    if (cell.isBest)
        words << tr("the best of these jobs");
    if (!cell.difference.isEmpty())
        words << tr("%1 to the baseline", "a difference").arg(isolated(cell.difference));
    if (cell.isOther)
        words << tr("another than the baseline's");
    return words.join(QStringLiteral(", "));
}

} // namespace atelier::ui

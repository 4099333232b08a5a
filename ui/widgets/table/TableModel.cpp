#include "ui/widgets/table/TableModel.h"

namespace atelier::ui {

TableModel::TableModel(QList<Column> columns, QObject *parent)
    : QAbstractTableModel(parent)
    , m_columns(std::move(columns))
{
}

bool TableModel::isGroup(int /*row*/) const
{
    return false;
}

bool TableModel::isTelling(int /*column*/) const
{
    return true;
}

void TableModel::addColumn(const Column &column)
{
    const auto end = static_cast<int>(m_columns.size());
    beginInsertColumns({}, end, end);
    m_columns << column;
    endInsertColumns();
}

void TableModel::removeColumn(int column)
{
    beginRemoveColumns({}, column, column);
    m_columns.removeAt(column);
    endRemoveColumns();
}

int TableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant TableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == CellRole)
        return QVariant::fromValue(cell(index.row(), index.column()));
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return plainText(cell(index.row(), index.column()));
    return {};
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size())
        return QAbstractTableModel::headerData(section, orientation, role);
    const Column &column = m_columns[section];
    if (role == Qt::DisplayRole)
        return column.title;
    if (role == Qt::TextAlignmentRole) {
        const auto side = column.align == Column::Align::End ? Qt::AlignRight : Qt::AlignLeft;
        return static_cast<int>(side | Qt::AlignVCenter);
    }
    return {};
}

Qt::ItemFlags TableModel::flags(const QModelIndex &index) const
{
    if (index.isValid() && isGroup(index.row()))
        return Qt::ItemIsEnabled;
    return QAbstractTableModel::flags(index);
}

} // namespace atelier::ui

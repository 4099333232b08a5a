#pragma once

#include "ui/widgets/table/Cell.h"

#include <QAbstractTableModel>

namespace atelier::ui {

/// A column of a table; widths in pixels at 100 %.
struct Column
{
    enum class Align { Start, End };

    QString title;
    int width; ///< 0 for the one that takes what is left
    Align align = Align::Start;
    bool sortable = true;
    int leaves = 0; ///< which leaves first where there is no room for all: 1 before 2; 0 stays
    QString id = {}; ///< what is kept of the column is kept under this
};

/// The base of every table's model: a subclass has the rows and says what a cell shows. Groups are rows too:
/// their first cell is a cell::Group. A row is its thing's, not its place's: subclasses keep `begin…`/`end…`
/// in order, as for any QAbstractTableModel.
class TableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role { CellRole = Qt::UserRole + 1 };

    explicit TableModel(QList<Column> columns, QObject *parent = nullptr);

    [[nodiscard]] virtual Cell cell(int row, int column) const = 0;
    [[nodiscard]] virtual bool isGroup(int row) const;

    /// False for a column that has nothing to say now: it is hidden unless the user asks for it.
    [[nodiscard]] virtual bool isTelling(int column) const;

    [[nodiscard]] const QList<Column> &columns() const { return m_columns; }

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void tellingChanged();

protected:
    /// Behind the columns that are there.
    void addColumn(const Column &column);
    void removeColumn(int column);

private:
    QList<Column> m_columns;
};

} // namespace atelier::ui

#pragma once

#include "ui/widgets/table/RowActions.h"
#include "ui/widgets/table/TableColumns.h"
#include "ui/widgets/table/TableModel.h"

#include <QTableView>

namespace atelier::ui {

class Ticker;

/// A table of things: rows 44 px high (32 when compact), groups and header 34. Rows are selected as a whole;
/// once two are, every row shows a box to tick. What can be done to rows has buttons on the row, a menu and
/// keys. Sorting is asked of the model; a third click on a header asks for none.
class DataTable : public QTableView
{
    Q_OBJECT

public:
    explicit DataTable(const QString &name, QWidget *parent = nullptr);

    /// The model outlives the table.
    void setTableModel(TableModel &model);
    /// `keys`: all that an action may have. Others ask for none: that may look at every selected row.
    void setRowActions(RowActionsOf actionsOf, QList<QKeySequence> keys = {});
    /// Asks anew what can be done; rows that change do so by themselves.
    void refreshActions();

    [[nodiscard]] TableModel *tableModel() const { return m_model; }
    [[nodiscard]] TableColumns &columns() { return m_columns; }
    [[nodiscard]] int hoveredRow() const { return m_hovered; }
    [[nodiscard]] bool isPicking() const { return m_picking; }
    [[nodiscard]] QList<int> selectedRows() const; ///< from the top down
    /// What can be done to these rows; nothing to a group.
    [[nodiscard]] QList<RowAction> actionsOf(const QList<int> &rows) const;
    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] bool showsFocusOn(const QModelIndex &index) const;

    struct Place
    {
        bool first;
        bool last;
    };
    /// Whether a column is the first or the last that is seen.
    [[nodiscard]] Place placeOf(int column) const;

Q_SIGNALS:
    void rowOpened(int row); ///< by a double click or Return
    void groupToggled(int row);
    void selectedRowsChanged();

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    [[nodiscard]] QItemSelectionModel::SelectionFlags selectionCommand(
        const QModelIndex &index, const QEvent *event) const override;

private:
    void followModel();
    void sizeRows();
    void sizeRange(int first, int last);
    void followRows();
    void hover(int row);
    /// The selected rows where there are several, else the current one.
    [[nodiscard]] QList<int> meantRows() const;
    [[nodiscard]] bool actBy(const QKeyEvent &event);
    void showMenu(const QList<int> &rows, const QPoint &place);
    void copyCell() const;
    void followLiveCells();
    [[nodiscard]] QRegion liveCells() const; ///< of those that are seen
    [[nodiscard]] QRect checkBoxArea(const QModelIndex &index) const;
    [[nodiscard]] bool isGroupRow(int row) const;

    TableModel *m_model = nullptr;
    RowActionsOf m_actionsOf;
    QList<QKeySequence> m_keys; ///< of the actions
    RowActions *m_actions;
    Ticker *m_ticker;
    TableColumns m_columns;
    int m_hovered = -1;
    bool m_picking = false;
};

} // namespace atelier::ui

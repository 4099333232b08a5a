#pragma once

#include <QTableView>

class QMenu;

namespace atelier::ui {

class ColumnHeader;
class PagedTable;

/// The rows of a table of data, 30 px each, under heads that say how the columns' values lie.
class TableView : public QTableView
{
    Q_OBJECT

public:
    /// The model must outlive the view.
    TableView(PagedTable &table, QWidget *parent);

    /// Makes columns as wide as their heads and first rows ask for.
    void sizeColumns(int first, int last);

Q_SIGNALS:
    void scrolled();
    /// A condition that the user chose for the filter: `city=Rome`.
    void conditionChosen(const QString &condition);
    void clearRequested(); ///< of the filter, which no row meets
    /// Rows on the clipboard, and how many of the selection are not, because they are not here yet.
    void copied(int rows, int missing);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void resizeEvent(QResizeEvent *event) override;
    void updateGeometries() override;
    void paintEvent(QPaintEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    QWidget *makeNoMatch();
    void widenColumns(int first, int last);
    void copySelection();
    /// Ascending, descending, and as the file has it.
    void turnOrder(int column);
    void showMenu(const QModelIndex &cell, const QPoint &place);
    void offerConditions(QMenu &menu, const QModelIndex &cell);

    PagedTable &m_table;
    ColumnHeader *m_header;
    QWidget *m_noMatch; ///< over all of the viewport
};

} // namespace atelier::ui

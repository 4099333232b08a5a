#pragma once

#include "core/domain/TablePage.h"
#include "ui/widgets/Dialog.h"

#include <vector>

class QListView;
class QSortFilterProxyModel;
class QStandardItemModel;

namespace atelier::ui {

class SearchField;
class TextLabel;

/// Which columns of a table are shown, and in which order. Space ticks one, Alt and an arrow key moves it.
class ColumnDialog : public Dialog
{
    Q_OBJECT

public:
    /// `chosen` are places in `columns`.
    ColumnDialog(QWidget &window, const std::vector<TableColumn> &columns, const std::vector<int> &chosen);

Q_SIGNALS:
    void columnsChosen(const std::vector<int> &places);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill(const std::vector<TableColumn> &columns, const std::vector<int> &chosen);
    void addList();
    void addTools();
    void addButtons();
    /// Of the columns that the search has found.
    void tick(bool isChosen);
    /// One place among the columns that the search has found.
    void move(int by);
    [[nodiscard]] std::vector<int> places() const;
    void showCount();

    SearchField *m_search;
    QListView *m_list;
    TextLabel *m_count;
    Button *m_show;
    QStandardItemModel *m_columns;
    QSortFilterProxyModel *m_found;
};

} // namespace atelier::ui

#pragma once

#include "ui/tables/PagedTable.h"

#include <QPointer>
#include <QWidget>

#include <memory>

class QStackedLayout;

namespace atelier::ui {

class ColumnDialog;
class FileTitle;
class IconButton;
class TableFilterField;
class TableFooter;
class TableView;
class WrapLabel;

/// A file that is a table: its rows under the distributions of its columns; while it is opened bars in their
/// place, and a reason where it cannot be.
class TablePreview : public QWidget
{
    Q_OBJECT

public:
    explicit TablePreview(QWidget *parent = nullptr);
    ~TablePreview() override;

    /// Shows another table, asked for by `ask`; what was under way for the one before ends. `size` in bytes.
    void showTable(const QString &name, std::uint64_t size, PagedTable::Ask ask);
    /// Writes the filter into its field; in force as soon as the table is open.
    void filterBy(const QString &filter);
    /// Ends what is under way.
    void clear();

Q_SIGNALS:
    void failed(const atelier::Error &error); ///< nothing of it can be shown, and the reason is
    void saveRequested(); ///< of the file, whole
    void saveRowsRequested(const atelier::TablePart &part); ///< of those that are shown

private:
    /// In the place of what is shown; `focusable` within it takes the keyboard after the bar.
    void place(QWidget *content, QWidget *focusable);
    void addBar();
    void showRows();
    void offerColumns();
    void requestRows();
    void setChoosable(bool isChoosable);
    void applyFilter();
    void addCondition(const QString &condition);
    void showRefusal(const Error &error);
    void setFilterProblem(const QString &sentence);
    void showChoice();
    void showProblem(const Error &error);
    void tellPlace();

    FileTitle *m_title;
    TableFilterField *m_filter;
    WrapLabel *m_problem; ///< why the filter cannot be read
    IconButton *m_choose;
    IconButton *m_saveRows;
    IconButton *m_save;
    QStackedLayout *m_stack;
    TableFooter *m_footer;
    QString m_fileName;
    std::uint64_t m_size = 0;
    PagedTable::Ask m_ask;
    std::unique_ptr<PagedTable> m_table;
    QWidget *m_content = nullptr; ///< rows, or what stands in their place
    TableView *m_view = nullptr;
    QPointer<ColumnDialog> m_dialog;
    QString m_note; ///< of the last copy, or of what failed
};

} // namespace atelier::ui

#pragma once

#include "ui/widgets/Card.h"
#include "ui/widgets/table/DataTable.h"
#include "ui/widgets/table/TableFooter.h"

class QBoxLayout;
class QStackedLayout;

namespace atelier::ui {

class Divider;
class ProgressBar;
class Skeleton;

/// A card that holds a table and its foot, and what stands in the table's place while there are no rows to
/// show.
class TableCard : public Card
{
    Q_OBJECT

public:
    explicit TableCard(const QString &name, QWidget *parent = nullptr);

    [[nodiscard]] DataTable &table() const { return *m_table; }
    [[nodiscard]] TableFooter &footer() const { return *m_footer; }

    /// A title above all that the card shows, with `end` at the end of its line, which the card takes over.
    void setHead(const QString &title, QWidget *end);

    void showRows();
    void showLoading(); ///< for the first time: rows of bars, no foot
    /// An EmptyState or ErrorState; the card takes it over and forgets the one before.
    void showInstead(QWidget *state);
    /// A thin moving line under the header while rows are read anew; the old ones stay.
    void setRefreshing(bool refreshing);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void placeLine();
    void showHeadLine();

    DataTable *m_table;
    TableFooter *m_footer;
    Skeleton *m_skeleton;
    ProgressBar *m_line;
    Divider *m_headLine = nullptr; ///< below the title, while no row of names of columns is there
    QWidget *m_instead = nullptr;
    QBoxLayout *m_column;
    QStackedLayout *m_stack;
};

} // namespace atelier::ui

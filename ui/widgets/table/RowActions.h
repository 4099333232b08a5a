#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>
#include <QWidget>

#include <functional>

namespace atelier::ui {

class DataTable;

/// What can be done to rows.
struct RowAction
{
    QString icon;
    QString name;
    std::function<void()> run;
    QString whyNot = {}; ///< why it cannot be done now; "" where it can
    QKeySequence keys = {}; ///< do it while the table has the focus
    bool isOnRow = true; ///< has a button on the row, four at most; else it is in the menu only
};

/// Does it. What it does may lead to other actions being offered: it outlives the list that it stands in.
inline void runAction(RowAction action)
{
    action.run();
}

/// Answers what can be done to one row or several now; what cannot be done to them is left out.
using RowActionsOf = std::function<QList<RowAction>(const QList<int> &rows)>;

/// The one set of real buttons that follows the row under the mouse, or else the current one, at the end of
/// the row.
class RowActions : public QWidget
{
    Q_OBJECT

public:
    explicit RowActions(DataTable &table);

    /// Shows the row's actions, or nothing for -1.
    void showFor(int row);
    /// The first button takes the focus; false when there is none.
    bool takeFocus();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    void place();
    [[nodiscard]] bool handleKey(int key);
    void moveFocus(int step);

    DataTable &m_table;
    QList<RowAction> m_actions; ///< each with a button
    QStringList m_names;
    int m_row = -1;
};

} // namespace atelier::ui

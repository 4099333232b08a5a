#pragma once

#include <QList>
#include <QString>
#include <QWidget>

#include <functional>

namespace atelier::ui {

class DataTable;

/// What can be done to one row; four at most.
struct RowAction
{
    QString icon;
    QString name;
    std::function<void()> run;
    QString whyNot = {}; ///< why it cannot be done now; "" where it can
};

/// Answers what can be done to a row now; what cannot be done is left out.
using RowActionsOf = std::function<QList<RowAction>(int row)>;

/// The one set of real buttons that follows the row under the mouse, or else the current one, at the end of
/// the row.
class RowActions : public QWidget
{
    Q_OBJECT

public:
    RowActions(DataTable &table, RowActionsOf actionsOf);

    /// Shows the row's actions, or nothing for -1.
    void showFor(int row);
    /// The first button takes the focus; false when there is none.
    bool takeFocus();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill(const QList<RowAction> &actions);
    void place();
    [[nodiscard]] bool handleKey(int key);
    void moveFocus(int step);

    DataTable &m_table;
    RowActionsOf m_actionsOf;
    QStringList m_names;
    int m_row = -1;
};

} // namespace atelier::ui

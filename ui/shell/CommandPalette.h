#pragma once

#include "core/client/JobListWatch.h"
#include "ui/shell/PaletteQuery.h"
#include "ui/shell/RecentCommands.h"
#include "ui/shell/Studio.h"

#include <QPointer>
#include <QWidget>

class QAction;
class QLineEdit;
class QListView;
class QStandardItemModel;

namespace atelier::ui {

class Actions;

/// Finds pages, commands and jobs by a few letters, over the window. Deletes itself when it is closed.
class CommandPalette : public QWidget
{
    Q_OBJECT

public:
    /// Opens it, or closes the one that is open. `begin`: what stands in its field, as a sign that says what
    /// is sought.
    static void open(
        QWidget &window, const Studio &studio, const Actions &actions, const QString &begin = {});

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    CommandPalette(QWidget &window, const Studio &studio, const Actions &actions);

    struct Row
    {
        std::function<void()> act;
        QString command = {}; ///< its id, where it is one
        QString sign = {}; ///< to be put into the field instead
    };
    void fill();
    void addActions(const PaletteQuery &query);
    void addAction(const QString &group, QAction *action);
    void addSigns();
    void addJobs();
    void addRow(const QString &group, const QString &text, const QString &context, const QIcon &icon,
        const QString &keys, Row row);
    void activate(int row);
    void move(int rows);
    void place();
    void close();

    const Studio m_studio;
    const Actions &m_actions;
    QWidget *m_sheet;
    QLineEdit *m_field;
    QListView *m_list;
    QStandardItemModel *m_model;
    JobListWatch m_jobs;
    RecentCommands m_recent;
    QPointer<QWidget> m_before; ///< had the focus
    std::vector<Row> m_rows;
};

} // namespace atelier::ui

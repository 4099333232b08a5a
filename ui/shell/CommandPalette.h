#pragma once

#include "core/client/JobListWatch.h"
#include "ui/shell/Studio.h"

#include <QPointer>
#include <QWidget>

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
    /// Opens it, or closes the one that is open.
    static void open(QWidget &window, const Studio &studio, const Actions &actions);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    CommandPalette(QWidget &window, const Studio &studio, const Actions &actions);

    void fill();
    void addActions(const QString &text);
    void addJobs();
    void addRow(const QString &group, const QString &text, const QString &context, const QIcon &icon,
        const QString &keys, std::function<void()> act);
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
    QPointer<QWidget> m_before; ///< had the focus
    std::vector<std::function<void()>> m_acts; ///< by row
};

/// How well a text fits what was typed: 0 not at all, more is better. All letters in their order must be
/// there; a beginning is better than a word's beginning, and that than a place within a word.
[[nodiscard]] int fitOf(const QString &text, const QString &typed);

} // namespace atelier::ui

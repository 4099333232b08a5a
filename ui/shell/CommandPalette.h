#pragma once

#include "core/client/JobListWatch.h"
#include "ui/shell/PaletteRows.h"
#include "ui/shell/Studio.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;

namespace atelier::ui {

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

    [[nodiscard]] QWidget *makeFoot();
    void fill();
    void activate(int row);
    void move(int rows);
    void place();
    void close();

    const Studio m_studio;
    QWidget *m_sheet;
    QLineEdit *m_field;
    QListView *m_list;
    QLabel *m_nothing; ///< stands where nothing was found
    JobListWatch m_jobs;
    RecentCommands m_recent;
    PaletteRows m_rows;
    QPointer<QWidget> m_before; ///< had the focus
};

} // namespace atelier::ui

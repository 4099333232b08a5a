#pragma once

#include "ui/shell/NoticeRow.h"

#include <QPointer>

#include <map>

class QVBoxLayout;

namespace atelier {
struct JobSummary;
}

namespace atelier::ui {

class ActiveJobs;
class Notices;
class ScrollPage;
struct Studio;

/// What runs and what happened, over the window's corner. What it showed counts as read once it is closed;
/// then it deletes itself.
class NotificationCentre : public QWidget
{
    Q_OBJECT

public:
    /// Opens it, or closes the one that is open.
    static void open(QWidget &window, const Studio &studio, const ActiveJobs &active, Notices &notices);

    void close();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    NotificationCentre(QWidget &window, const Studio &studio, const ActiveJobs &active, Notices &notices);

    struct Entry
    {
        QString key; ///< entries of the same keys in the same order keep their rows
        NoticeRow::Contents contents;
        std::vector<NoticeRow::Act> acts;
    };
    void addHead();
    void fill();
    void rebuild(const std::vector<Entry> &running, const std::vector<Entry> &earlier);
    void addSection(const QString &title, const std::vector<Entry> &entries);
    [[nodiscard]] std::vector<Entry> running();
    [[nodiscard]] std::vector<Entry> earlier();
    [[nodiscard]] NoticeRow::Act view(const JobSummary &job);
    void cancel(const std::string &job);
    void place();

    const Studio &m_studio;
    const ActiveJobs &m_active;
    Notices &m_notices;
    QWidget *m_sheet;
    QWidget *m_markRead;
    ScrollPage *m_page;
    QStringList m_keys;
    std::map<QString, NoticeRow *> m_rows;
    QPointer<QWidget> m_before; ///< had the focus
};

} // namespace atelier::ui

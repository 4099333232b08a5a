#pragma once

#include "core/client/JobWatch.h"
#include "ui/jobs/JobTab.h"
#include "ui/shell/Page.h"
#include "ui/shell/Studio.h"

#include <QTimer>

#include <memory>

namespace atelier::ui {

class Button;
class JobActions;
class Obstacle;
class PageHeader;
class PageStack;
class TabStrip;

/// One job: its head with what can be done, and its tabs.
class JobPage : public Page
{
    Q_OBJECT

public:
    explicit JobPage(const Studio &studio, QWidget *parent = nullptr);

    void show(const Address &address) override;
    void setInFront(bool isInFront) override;
    void refresh() override;

private:
    void layOut();
    void makeTabs();
    void addTab(const QString &id, const QString &name, JobTab *tab);
    void openJob(const std::string &name);
    void openTab(const QString &id);
    void openFile(const QString &name, const QString &filter);
    void chooseTab(int index);
    void showJob();
    void rename(const QString &title, const QString &before);
    void showHeader(const JobDetail &job);
    void showTime();
    void showRemoved();
    void showFailed(const Error &error);
    void showObstacle();
    void hideActions();
    [[nodiscard]] JobTab *frontTab() const;

    const Studio m_studio;
    JobActions *m_actions;
    std::unique_ptr<JobWatch> m_watch;
    bool m_isInFront = false;
    PageHeader *m_header;
    Button *m_cancel;
    Button *m_again;
    Button *m_change;
    Button *m_delete;
    TabStrip *m_tabs;
    PageStack *m_stack; ///< the tabs, and last what stands there while there is no job
    QStringList m_ids;
    int m_stepsTab = -1;
    QWidget *m_loading;
    Obstacle *m_obstacle; ///< stands where the job cannot be shown
    QTimer m_clock;
};

} // namespace atelier::ui

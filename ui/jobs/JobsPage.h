#pragma once

#include "core/client/ExperimentListWatch.h"
#include "ui/shell/Page.h"
#include "ui/shell/Studio.h"

namespace atelier::ui {

class ExperimentsTab;
class JobListTab;
class NewJob;
class PageHeader;
class PageStack;
class TabStrip;

/// The jobs of the workspace, and the experiments that they belong to.
class JobsPage : public Page
{
    Q_OBJECT

public:
    explicit JobsPage(const Studio &studio, QWidget *parent = nullptr);

    void show(const Address &address) override;
    void setInFront(bool isInFront) override;
    void refresh() override;

private:
    enum Tab { JobsTab, ExperimentsListTab };

    void layOut();
    void addActions();
    void showTab(int tab);
    void showJobsOf(const QString &experiment);

    const Studio m_studio;
    ExperimentListWatch m_experimentList;
    NewJob *m_newJob;
    PageHeader *m_header;
    TabStrip *m_tabs;
    JobListTab *m_jobs;
    ExperimentsTab *m_experiments;
    PageStack *m_stack;
    bool m_isInFront = false;
};

} // namespace atelier::ui

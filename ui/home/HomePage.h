#pragma once

#include "core/client/ExperimentListWatch.h"
#include "core/client/JobListWatch.h"
#include "core/client/JobWatch.h"
#include "ui/home/GetStarted.h"
#include "ui/jobs/JobTableModel.h"
#include "ui/jobs/MetricLines.h"
#include "ui/shell/Page.h"
#include "ui/shell/Studio.h"

#include <QTimer>

#include <memory>

namespace atelier::ui {

class BestCard;
class Button;
class GetStartedCard;
class HeroCard;
class HomeHead;
class JobActions;
class MachineCard;
class NewJob;
class TableCard;

/// Where the window opens: the machine, what runs, what ran last.
class HomePage : public Page
{
    Q_OBJECT

public:
    explicit HomePage(const Studio &studio, QWidget *parent = nullptr);

    void show(const Address &address) override;
    void setInFront(bool isInFront) override;
    void refresh() override;

private:
    QWidget *makeRecent();
    QWidget *makeSide();
    void connectParts();
    void act(GetStarted::Step step);
    void showSteps(bool isShown);
    void checkMachine();
    void showJobs();
    void showHero(const JobSummary &job);
    void readSample();
    void showExperiments();
    void tick();

    const Studio m_studio;
    MetricLines m_lines;
    JobTableModel m_model;
    JobListWatch m_recent;
    std::unique_ptr<JobWatch> m_heroWatch;
    JobSummary m_heroJob;
    JobDetail m_sample;
    NewJob *m_newJob;
    JobActions *m_actions;
    HomeHead *m_head;
    HeroCard *m_hero;
    MachineCard *m_machine;
    GetStarted m_steps;
    GetStartedCard *m_start;
    BestCard *m_best;
    ExperimentListWatch m_experiments;
    TableCard *m_card;
    Button *m_all;
    QTimer m_clock;
    bool m_isChecked = false;
    bool m_isInFront = false;
};

} // namespace atelier::ui

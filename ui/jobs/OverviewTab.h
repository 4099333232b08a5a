#pragma once

#include "core/domain/JobEdit.h"
#include "ui/jobs/JobTab.h"
#include "ui/shell/Studio.h"

class QBoxLayout;

namespace atelier::ui {

class Banner;
class FactList;
class FailureReport;
class JobFactsCard;
class MetricCards;
class ReproduceCard;
class StageLine;
class TextLabel;
class TitledCard;

/// What a job is and what came of it, at a glance.
class OverviewTab : public JobTab
{
    Q_OBJECT

public:
    explicit OverviewTab(const Studio &studio, QWidget *parent = nullptr);

    void showJob(const JobDetail &job) override;
    void setInFront(bool isInFront) override;
    void tick() override;

Q_SIGNALS:
    void logRequested();
    void metricsRequested();
    void jobRequested(const std::string &job);
    /// What a person changed here, and what it was before; `title` says it.
    void edited(const atelier::JobEdit &edit, const atelier::JobEdit &before, const QString &title);

private:
    QWidget *makeFailure();
    QWidget *makeStages();
    QWidget *makeTables();
    void showFailure(const JobDetail &job);
    void showStages();
    void showPorts(const JobDetail &job);

    JobFactsCard *m_facts;
    FailureReport *m_failure;
    MetricCards *m_metrics;
    ReproduceCard *m_reproduce;
    JobDetail m_job;
    Banner *m_banner;
    StageLine *m_stages;
    TextLabel *m_stageTitle;
    FactList *m_parameters;
    TitledCard *m_parameterCard;
    QBoxLayout *m_reads;
    QBoxLayout *m_writes;
    TitledCard *m_ports;
};

} // namespace atelier::ui

#pragma once

#include "core/client/BestJobWatch.h"
#include "core/domain/JobEdit.h"
#include "ui/jobs/JobTab.h"
#include "ui/shell/Studio.h"

#include <QTimer>

#include <map>
#include <memory>

class QBoxLayout;
class QGridLayout;

namespace atelier::ui {

class Banner;
class Card;
class FactList;
class FailureReport;
class JobFactsCard;
class JobLink;
class MetricCard;
class ScrollPage;
class StageLine;
class TextLabel;

/// What a job is and what came of it, at a glance.
class OverviewTab : public JobTab
{
    Q_OBJECT

public:
    explicit OverviewTab(const Studio &studio, QWidget *parent = nullptr);

    void showJob(const JobDetail &job) override;
    void setInFront(bool isInFront) override;

Q_SIGNALS:
    void logRequested();
    void metricsRequested();
    void jobRequested(const std::string &job);
    /// What a person changed here, and what it was before; `title` says it.
    void edited(const atelier::JobEdit &edit, const atelier::JobEdit &before, const QString &title);

private:
    QWidget *makeFailure();
    QWidget *makeStages();
    QWidget *makeMetrics();
    QWidget *makeTables();
    void showFailure(const JobDetail &job);
    void showStages();
    void showMetrics(const JobDetail &job);
    void watchBest(const std::string &experiment);
    void showBest();
    void showHistory(const std::string &key);
    void showPorts(const JobDetail &job);

    const Studio m_studio;
    JobFactsCard *m_facts;
    FailureReport *m_failure;
    JobDetail m_job;
    QTimer m_clock; ///< durations of what runs
    Banner *m_banner;
    StageLine *m_stages;
    TextLabel *m_stageTitle;
    QWidget *m_metricsPart;
    QGridLayout *m_metricGrid;
    std::map<std::string, MetricCard *> m_cards;
    FactList *m_parameters;
    Card *m_parameterCard;
    QBoxLayout *m_reads;
    QBoxLayout *m_writes;
    Card *m_ports;
    std::unique_ptr<BestJobWatch> m_best;
    bool m_isInFront = false;
    TextLabel *m_bestNote;
    JobLink *m_bestLink;
};

} // namespace atelier::ui

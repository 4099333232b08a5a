#pragma once

#include "core/client/JobWatch.h"
#include "ui/jobs/Comparison.h"
#include "ui/shell/Page.h"
#include "ui/shell/Studio.h"

#include <memory>
#include <vector>

class QGridLayout;

namespace atelier::ui {

class CompareCharts;
class PageHeader;
class TextLabel;
class ToggleSwitch;

/// Two and more jobs side by side: what they measured and what they were given.
class ComparePage : public Page
{
    Q_OBJECT

public:
    explicit ComparePage(const Studio &studio, QWidget *parent = nullptr);

    void show(const Address &address) override;
    void setInFront(bool isInFront) override;
    void refresh() override;

private:
    QWidget *makeMetrics();
    QWidget *makeParameters();
    QWidget *makeTables();
    void showJobs();
    void setBaseline(std::size_t number);
    void showHeads(const std::vector<JobDetail> &jobs);
    void showMetrics(const std::vector<JobDetail> &jobs);
    void showParameters(const std::vector<JobDetail> &jobs);
    QWidget *makeHead(const JobDetail &job, int number);
    QWidget *makeValue(const MetricComparison::Value &value, MetricGoal goal, int number);
    void leaveOut(const QString &job);
    [[nodiscard]] std::vector<JobDetail> details() const;

    const Studio m_studio;
    std::vector<std::unique_ptr<JobWatch>> m_watches;
    std::size_t m_baseline = 0;
    bool m_isInFront = false;
    PageHeader *m_header;
    QGridLayout *m_heads;
    QGridLayout *m_metrics;
    TextLabel *m_metricsNote;
    QGridLayout *m_parameters;
    TextLabel *m_parametersNote;
    ToggleSwitch *m_onlyDifferences;
    CompareCharts *m_charts;
};

} // namespace atelier::ui

#pragma once

#include "core/client/MetricFeed.h"
#include "ui/jobs/JobTab.h"
#include "ui/shell/Studio.h"

#include <memory>

namespace atelier::ui {

class MetricCharts;

/// A chart for each metric of a job, and of all steps of a pipeline.
class MetricsTab : public JobTab
{
    Q_OBJECT

public:
    explicit MetricsTab(const Studio &studio, QWidget *parent = nullptr);

    void showJob(const JobDetail &job) override;
    void setInFront(bool isInFront) override;

private:
    void take(const MetricPoints &points);

    const Studio m_studio;
    std::string m_job;
    bool m_isInFront = false;
    std::unique_ptr<MetricFeed> m_feed;
    MetricCharts *m_charts;
};

} // namespace atelier::ui

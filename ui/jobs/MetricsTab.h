#pragma once

#include "core/client/MetricFeed.h"
#include "ui/jobs/JobTab.h"
#include "ui/shell/Studio.h"

#include <memory>
#include <optional>

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
    void follow();
    void take(const series::MetricPoints &points);
    void showWhatThereIs();

    const Studio m_studio;
    std::string m_job;
    bool m_isOver = false; ///< nothing comes any more
    bool m_isInFront = false;
    std::optional<int> m_count; ///< of charts; nothing before the first answer
    std::unique_ptr<MetricFeed> m_feed;
    MetricCharts *m_charts;
    QWidget *m_loading;
    QWidget *m_noneYet;
    QWidget *m_none;
};

} // namespace atelier::ui

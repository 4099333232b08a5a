#pragma once

#include "core/client/MetricFeed.h"
#include "core/domain/JobDetail.h"
#include "ui/shell/Studio.h"

#include <QWidget>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace atelier::ui {

class MetricCharts;

/// The metrics of several jobs over each other, each job in its colour, live; hidden while there is no line.
class CompareCharts : public QWidget
{
    Q_OBJECT

public:
    explicit CompareCharts(const Studio &studio, QWidget *parent = nullptr);

    /// In the order of their colours; the same jobs again change nothing.
    void showJobs(const std::vector<JobDetail> &jobs);
    void clear();
    void setInFront(bool isInFront);

private:
    void follow();
    void take(int number, const QString &title, const series::MetricPoints &points);

    const Studio m_studio;
    std::vector<std::pair<std::string, QString>> m_jobs; ///< names and titles
    std::vector<std::unique_ptr<MetricFeed>> m_feeds; ///< of the same jobs
    bool m_isInFront = false;
    MetricCharts *m_charts;
};

} // namespace atelier::ui

#include "ui/jobs/MetricsTab.h"

#include "ui/jobs/MetricCharts.h"
#include "ui/text/Format.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/ScrollPage.h"

namespace atelier::ui {

MetricsTab::MetricsTab(const Studio &studio, QWidget *parent)
    : JobTab(parent)
    , m_studio(studio)
    , m_charts(new MetricCharts(studio, MetricCharts::SingleValues::Shown, this))
{
    auto *page = new ScrollPage(this);
    auto *empty = new EmptyState(u"data_line", tr("No metrics yet"),
        tr("What a script logs with mlflow.log_metric appears here as it comes."), this);
    page->column()->addWidget(m_charts);
    page->column()->addWidget(empty);
    page->column()->addStretch();
    makeColumn(this, 0)->addWidget(page);
    connect(m_charts, &MetricCharts::countChanged, empty,
        [empty](int charts) { empty->setVisible(charts == 0); });
}

void MetricsTab::showJob(const JobDetail &job)
{
    if (m_job == job.summary.name)
        return;
    m_job = job.summary.name;
    m_charts->clear();
    m_feed = std::make_unique<MetricFeed>(m_studio.connection, m_job);
    m_feed->setPaused(!m_isInFront);
    connect(m_feed.get(), &MetricFeed::arrived, this, &MetricsTab::take);
}

void MetricsTab::setInFront(bool isInFront)
{
    m_isInFront = isInFront;
    if (m_feed)
        m_feed->setPaused(!isInFront);
}

void MetricsTab::take(const MetricPoints &points)
{
    if (points.isReset)
        m_charts->clear();
    for (const MetricSeries &series : points.series)
        m_charts->append(series.key, {series.job, textOf(series.step.empty() ? series.job : series.step), {}},
            series.samples);
    m_charts->arrange();
}

} // namespace atelier::ui

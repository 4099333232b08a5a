#include "ui/jobs/MetricsTab.h"

#include "ui/jobs/MetricCharts.h"
#include "ui/text/Format.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/ScrollPage.h"
#include "ui/widgets/Skeleton.h"

namespace atelier::ui {

namespace {

constexpr int chartRow = 120;

} // namespace

MetricsTab::MetricsTab(const Studio &studio, QWidget *parent)
    : JobTab(parent)
    , m_studio(studio)
    , m_charts(new MetricCharts(studio, MetricCharts::Singles::Shown, this))
    , m_loading(new Skeleton(chartRow, this))
    , m_noneYet(new EmptyState(u"data_line", tr("No metrics yet"),
          tr("What a script logs with mlflow.log_metric appears here as it comes."), this))
    , m_none(new EmptyState(u"data_line", tr("No metrics"),
          tr("This job has ended without logging any. A script logs them with mlflow.log_metric."), this))
{
    auto *page = new ScrollPage(this);
    for (QWidget *part : {static_cast<QWidget *>(m_charts), m_loading, m_noneYet, m_none}) {
        page->column()->addWidget(part);
        part->hide();
    }
    page->column()->addStretch();
    makeColumn(this, 0)->addWidget(page);
    connect(m_charts, &MetricCharts::countChanged, this, [this](int charts) {
        m_count = charts;
        showWhatThereIs();
    });
}

void MetricsTab::showJob(const JobDetail &job)
{
    m_isOver = isFinal(job.summary.status);
    if (m_job != job.summary.name) {
        m_job = job.summary.name;
        follow();
    }
    showWhatThereIs();
}

void MetricsTab::follow()
{
    m_charts->clear();
    m_count.reset();
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

void MetricsTab::take(const series::MetricPoints &points)
{
    if (points.isReset)
        m_charts->takeBack({});
    for (const series::MetricSeries &series : points.series)
        m_charts->append(series.key, {series.job, textOf(series.step.empty() ? series.job : series.step), {}},
            series.points);
    m_charts->arrange();
}

void MetricsTab::showWhatThereIs()
{
    m_charts->setVisible(m_count.value_or(0) > 0);
    m_loading->setVisible(!m_count);
    m_noneYet->setVisible(m_count == 0 && !m_isOver);
    m_none->setVisible(m_count == 0 && m_isOver);
}

} // namespace atelier::ui

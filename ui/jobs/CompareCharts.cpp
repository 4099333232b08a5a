#include "ui/jobs/CompareCharts.h"

#include "ui/jobs/MetricCharts.h"
#include "ui/text/Format.h"
#include "ui/widgets/Layouts.h"

#include <algorithm>

namespace atelier::ui {

namespace {

std::string lineId(int job, const MetricSeries &series)
{
    return std::to_string(job) + "/" + series.job;
}

} // namespace

CompareCharts::CompareCharts(const Studio &studio, QWidget *parent)
    : QWidget(parent)
    , m_studio(studio)
    , m_charts(new MetricCharts(studio, MetricCharts::SingleValues::Hidden, this))
{
    makeColumn(this, 0)->addWidget(m_charts);
    hide();
    connect(m_charts, &MetricCharts::countChanged, this, [this](int charts) { setVisible(charts > 0); });
}

void CompareCharts::showJobs(const std::vector<JobDetail> &jobs)
{
    std::vector<std::pair<std::string, QString>> named;
    for (const JobDetail &job : jobs)
        named.emplace_back(job.summary.name, textOf(titleOf(job.summary)));
    if (named == m_jobs)
        return;
    m_jobs = std::move(named);
    follow();
}

void CompareCharts::clear()
{
    m_jobs.clear();
    follow();
}

void CompareCharts::setInFront(bool isInFront)
{
    m_isInFront = isInFront;
    for (const auto &feed : m_feeds)
        feed->setPaused(!isInFront);
}

void CompareCharts::follow()
{
    m_feeds.clear();
    m_charts->clear();
    for (const auto &[name, title] : m_jobs) {
        const int number = static_cast<int>(m_feeds.size());
        m_feeds.push_back(std::make_unique<MetricFeed>(m_studio.connection, name));
        m_feeds.back()->setPaused(!m_isInFront);
        connect(
            m_feeds.back().get(), &MetricFeed::arrived, this,
            [this, number, title = title](const MetricPoints &points) { take(number, title, points); },
            Qt::QueuedConnection);
    }
}

void CompareCharts::take(int number, const QString &title, const MetricPoints &points)
{
    const bool isKnown = std::any_of(points.series.begin(), points.series.end(),
        [&](const auto &series) { return m_charts->hasLine(lineId(number, series)); });
    // A line cannot be taken back alone: all begin anew.
    if (points.isReset && isKnown)
        return follow();
    for (const MetricSeries &series : points.series)
        m_charts->append(series.key,
            {lineId(number, series),
                series.step.empty() ? title : title + QStringLiteral(" · ") + textOf(series.step), number},
            series.samples);
    m_charts->arrange();
}

} // namespace atelier::ui

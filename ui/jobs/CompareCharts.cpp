#include "ui/jobs/CompareCharts.h"

#include "ui/jobs/Comparison.h"
#include "ui/jobs/MetricCharts.h"
#include "ui/text/Format.h"
#include "ui/widgets/Layouts.h"

namespace atelier::ui {

namespace {

/// How the ids of a job's lines begin.
std::string linesOf(int job)
{
    return std::to_string(job) + "/";
}

} // namespace

CompareCharts::CompareCharts(const Studio &studio, QWidget *parent)
    : QWidget(parent)
    , m_studio(studio)
    , m_charts(new MetricCharts(studio, MetricCharts::Singles::Hidden, this))
{
    makeColumn(this, 0)->addWidget(m_charts);
    hide();
    connect(m_charts, &MetricCharts::countChanged, this, [this](int charts) { setVisible(charts > 0); });
}

void CompareCharts::showJobs(const std::vector<JobDetail> &jobs)
{
    std::vector<std::pair<std::string, QString>> named;
    const auto names = distinctNames(jobs);
    for (std::size_t i = 0; i < jobs.size(); ++i)
        named.emplace_back(jobs[i].summary.name, textOf(names[i]));
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
            [this, number, title = title, feed = m_feeds.back().get()](const series::MetricPoints &points) {
                // What was on its way from a feed that is gone belongs to no line any more.
                const auto place = static_cast<std::size_t>(number);
                if (place < m_feeds.size() && m_feeds[place].get() == feed)
                    take(number, title, points);
            },
            Qt::QueuedConnection);
    }
}

void CompareCharts::take(int number, const QString &title, const series::MetricPoints &points)
{
    if (points.isReset)
        m_charts->takeBack(linesOf(number));
    for (const series::MetricSeries &series : points.series)
        m_charts->append(series.key,
            {linesOf(number) + series.job,
                series.step.empty() ? title : title + QStringLiteral(" · ") + textOf(series.step), number},
            series.points);
    m_charts->arrange();
}

} // namespace atelier::ui

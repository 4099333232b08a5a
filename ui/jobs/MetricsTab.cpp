#include "ui/jobs/MetricsTab.h"

#include "ui/plot/MetricPlot.h"
#include "ui/plot/PlotCard.h"
#include "ui/text/Format.h"
#include "ui/theme/Type.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/ScrollPage.h"
#include "ui/widgets/SearchField.h"
#include "ui/widgets/Segmented.h"
#include "ui/widgets/TextLabel.h"

#include <QGridLayout>
#include <QLocale>
#include <QSlider>

#include <algorithm>

namespace atelier::ui {

namespace {

constexpr int cardHeight = 240;
constexpr int largeHeight = 480;
constexpr int chartsInRow = 2;
const QString smoothingKey = QStringLiteral("metrics/smoothing");

} // namespace

MetricsTab::MetricsTab(const Studio &studio, QWidget *parent)
    : JobTab(parent)
    , m_studio(studio)
    , m_search(new SearchField(tr("Find a metric"), this))
    , m_axis(new Segmented(tr("Axis"), {{tr("Step")}, {tr("Relative")}, {tr("Wall time")}}, this))
    , m_smoothing(new QSlider(Qt::Horizontal, this))
    , m_smoothingText(new TextLabel({}, TextStyle::Body, &Colors::text, this))
    , m_body(new QWidget)
    , m_grid(new QGridLayout(m_body))
    , m_empty(new EmptyState(u"data_line", tr("No metrics yet"),
          tr("What a script logs with mlflow.log_metric appears here as it comes."), this))
{
    auto *page = new ScrollPage(this);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(12);
    for (int i = 0; i < chartsInRow; ++i)
        m_grid->setColumnStretch(i, 1);
    page->column()->addWidget(makeTools());
    page->column()->addWidget(m_empty);
    page->column()->addWidget(m_body);
    page->column()->addStretch();
    makeColumn(this, 0)->addWidget(page);
    connect(m_search, &QLineEdit::textChanged, this, &MetricsTab::arrange);
    connect(m_axis, &Segmented::currentChanged, this, &MetricsTab::applyAxis);
    connect(m_smoothing, &QSlider::valueChanged, this, &MetricsTab::applySmoothing);
}

// Charts before the thread that draws them.
MetricsTab::~MetricsTab()
{
    clear();
}

QWidget *MetricsTab::makeTools()
{
    auto *tools = new QWidget(this);
    auto *row = makeRow(tools, 10);
    m_search->setObjectName(QStringLiteral("metricFilter"));
    m_search->setAccessibleName(tr("Find a metric"));
    m_search->setMaximumWidth(scaled(240));
    m_smoothing->setObjectName(QStringLiteral("smoothing"));
    m_smoothing->setAccessibleName(tr("Smoothing"));
    m_smoothing->setRange(0, static_cast<int>(largestSmoothing * 100));
    m_smoothing->setValue(m_studio.settings.value(smoothingKey, 0).toInt());
    m_smoothing->setFixedWidth(scaled(130));
    row->addWidget(m_search, 1);
    row->addWidget(m_axis);
    row->addStretch();
    row->addWidget(new TextLabel(tr("Smoothing"), TextStyle::Body, &Colors::text2, tools));
    row->addWidget(m_smoothing);
    row->addWidget(m_smoothingText);
    applySmoothing();
    return tools;
}

void MetricsTab::showJob(const JobDetail &job)
{
    if (m_job == job.summary.name)
        return;
    m_job = job.summary.name;
    clear();
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

void MetricsTab::clear()
{
    for (const auto &[key, chart] : m_charts)
        delete chart.card;
    m_charts.clear();
    m_empty->show();
}

void MetricsTab::take(const MetricPoints &points)
{
    if (points.isReset)
        clear();
    const auto before = shownMetrics();
    for (const MetricSeries &series : points.series)
        append(series);
    if (shownMetrics() != before)
        arrange();
}

void MetricsTab::append(const MetricSeries &series)
{
    PlotCard *card = cardOf(series.key);
    auto &lines = m_charts[series.key].lines;
    const auto [line, isNew] = lines.try_emplace(series.job, 0);
    if (isNew) {
        const int color = static_cast<int>(lines.size()) - 1;
        line->second = card->plot().addSeries(textOf(series.step.empty() ? series.job : series.step), color);
    }
    std::vector<series::Point> points;
    points.reserve(series.samples.size());
    for (const MetricSample &sample : series.samples)
        points.push_back({sample.step, sample.timeMs, sample.value});
    card->plot().append(line->second, points);
    m_charts[series.key].points += points.size();
}

PlotCard *MetricsTab::cardOf(const std::string &key)
{
    Chart &chart = m_charts[key];
    if (chart.card != nullptr)
        return chart.card;
    chart.card = new PlotCard(m_raster, textOf(key), m_body);
    chart.card->setObjectName(QStringLiteral("chart_") + textOf(key));
    chart.card->setMinimumHeight(scaled(cardHeight));
    MetricPlot &plot = chart.card->plot();
    plot.setAxis(static_cast<series::XAxis>(m_axis->current()));
    plot.setSmoothing(m_smoothing->value() / 100.0);
    connect(&plot, &MetricPlot::crosshairMoved, this, &MetricsTab::moveCrosshair);
    connect(chart.card, &PlotCard::expandRequested, this, [this, key] {
        m_expanded = m_expanded == key ? std::string() : key;
        arrange();
    });
    connect(chart.card, &PlotCard::exported, this, [this](const QString &file) {
        m_studio.notify({Tone::Success, tr("Chart saved"), file});
    });
    connect(chart.card, &PlotCard::exportFailed, this, [this](const QString &sentence) {
        m_studio.notify({Tone::Danger, tr("The chart was not saved"), sentence});
    });
    return chart.card;
}

std::vector<std::string> MetricsTab::shownMetrics() const
{
    const QString wanted = m_search->text().trimmed();
    std::vector<std::string> lines;
    std::vector<std::string> singles;
    for (const auto &[key, chart] : m_charts)
        if (textOf(key).contains(wanted, Qt::CaseInsensitive))
            (chart.points > chart.lines.size() ? lines : singles).push_back(key);
    std::vector<std::string> shown = rankedMetrics(std::move(lines));
    const std::vector<std::string> last = rankedMetrics(std::move(singles));
    shown.insert(shown.end(), last.begin(), last.end());
    // The one that is shown large comes first.
    if (const auto large = std::find(shown.begin(), shown.end(), m_expanded); large != shown.end())
        std::rotate(shown.begin(), large, large + 1);
    return shown;
}

void MetricsTab::arrange()
{
    for (const auto &[key, chart] : m_charts) {
        m_grid->removeWidget(chart.card);
        chart.card->hide();
    }
    m_empty->setVisible(m_charts.empty());
    int place = 0;
    for (const std::string &key : shownMetrics()) {
        const bool isLarge = key == m_expanded;
        PlotCard *card = m_charts[key].card;
        card->setMinimumHeight(scaled(isLarge ? largeHeight : cardHeight));
        m_grid->addWidget(card, place / chartsInRow, place % chartsInRow, 1, isLarge ? chartsInRow : 1);
        card->show();
        place += isLarge ? chartsInRow : 1;
    }
}

void MetricsTab::applyAxis()
{
    for (const auto &[key, chart] : m_charts)
        chart.card->plot().setAxis(static_cast<series::XAxis>(m_axis->current()));
}

void MetricsTab::applySmoothing()
{
    const double weight = m_smoothing->value() / 100.0;
    m_smoothingText->setText(QLocale().toString(weight, 'f', 2));
    m_studio.settings.setValue(smoothingKey, m_smoothing->value());
    for (const auto &[key, chart] : m_charts)
        chart.card->plot().setSmoothing(weight);
}

void MetricsTab::moveCrosshair(const std::optional<double> &x)
{
    for (const auto &[key, chart] : m_charts)
        if (&chart.card->plot() != sender())
            chart.card->plot().showCrosshair(x);
}

} // namespace atelier::ui

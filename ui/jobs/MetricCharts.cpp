#include "ui/jobs/MetricCharts.h"

#include "ui/jobs/SingleValues.h"
#include "ui/plot/MetricPlot.h"
#include "ui/plot/PlotCard.h"
#include "ui/text/Format.h"
#include "ui/theme/Type.h"
#include "ui/widgets/Layouts.h"
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

MetricCharts::MetricCharts(const Studio &studio, Singles singles, QWidget *parent)
    : QWidget(parent)
    , m_studio(studio)
    , m_singles(singles == Singles::Shown ? new SingleValues(this) : nullptr)
    , m_search(new SearchField(tr("Find a metric"), this))
    , m_axis(new Segmented(tr("Axis"), {{tr("Step")}, {tr("Relative")}, {tr("Wall time")}}, this))
    , m_smoothing(new QSlider(Qt::Horizontal, this))
    , m_smoothingText(new TextLabel({}, TextStyle::Body, &Colors::text, this))
    , m_grid(new QGridLayout)
{
    m_grid->setSpacing(12);
    for (int i = 0; i < chartsInRow; ++i)
        m_grid->setColumnStretch(i, 1);
    auto *column = makeColumn(this, 12);
    column->addWidget(makeTools());
    column->addLayout(m_grid);
    if (m_singles != nullptr)
        column->addWidget(m_singles);
    connect(m_search, &QLineEdit::textChanged, this, &MetricCharts::arrange);
    connect(m_axis, &Segmented::currentChanged, this, &MetricCharts::applyAxis);
    connect(m_smoothing, &QSlider::valueChanged, this, &MetricCharts::applySmoothing);
}

// Charts before the thread that draws them.
MetricCharts::~MetricCharts()
{
    for (const auto &[metric, chart] : m_charts)
        delete chart.card;
}

QWidget *MetricCharts::makeTools()
{
    auto *tools = new QWidget(this);
    auto *row = makeRow(tools, 10);
    m_search->setObjectName(QStringLiteral("metricFilter"));
    m_search->setAccessibleName(tr("Find a metric"));
    m_search->setMaximumWidth(scaled(240));
    row->addWidget(m_search, 1);
    row->addWidget(makeLineTools(tools), 3);
    applySmoothing();
    return tools;
}

QWidget *MetricCharts::makeLineTools(QWidget *parent)
{
    m_lineTools = new QWidget(parent);
    auto *row = makeRow(m_lineTools, 10);
    m_smoothing->setObjectName(QStringLiteral("smoothing"));
    m_smoothing->setAccessibleName(tr("Smoothing"));
    m_smoothing->setRange(0, static_cast<int>(largestSmoothing * 100));
    m_smoothing->setValue(m_studio.settings.value(smoothingKey, 0).toInt());
    m_smoothing->setFixedWidth(scaled(130));
    row->addWidget(m_axis);
    row->addStretch();
    row->addWidget(new TextLabel(tr("Smoothing"), TextStyle::Body, &Colors::text2, m_lineTools));
    row->addWidget(m_smoothing);
    row->addWidget(m_smoothingText);
    return m_lineTools;
}

void MetricCharts::clear()
{
    for (const auto &[metric, chart] : m_charts)
        delete chart.card;
    m_charts.clear();
    arrange();
}

bool MetricCharts::Chart::isOf(Kind kind) const
{
    std::size_t most = 0;
    for (const auto &[id, line] : lines)
        most = std::max(most, line.points);
    return kind == Kind::Line ? most > 1 : most == 1;
}

void MetricCharts::takeBack(const std::string &beginning)
{
    for (auto &[metric, chart] : m_charts)
        for (auto &[id, line] : chart.lines)
            if (id.starts_with(beginning)) {
                chart.card->plot().clearSeries(line.number);
                line.points = 0;
            }
}

void MetricCharts::append(const std::string &metric, const Line &line, const series::History &points)
{
    PlotCard *card = cardOf(metric);
    auto &lines = m_charts[metric].lines;
    const auto [place, isNew] = lines.try_emplace(line.id);
    ChartLine &grown = place->second;
    if (isNew)
        grown = {card->plot().addSeries(line.name, line.color.value_or(static_cast<int>(lines.size()) - 1)),
            line.name};
    card->plot().append(grown.number, points);
    grown.points += points.size();
    if (!points.empty())
        grown.last = points.back();
}

PlotCard *MetricCharts::cardOf(const std::string &metric)
{
    Chart &chart = m_charts[metric];
    if (chart.card != nullptr)
        return chart.card;
    chart.card = new PlotCard(m_raster, textOf(metric), this);
    chart.card->hide();
    chart.card->setObjectName(QStringLiteral("chart_") + textOf(metric));
    MetricPlot &plot = chart.card->plot();
    plot.setAxis(static_cast<series::XAxis>(m_axis->current()));
    plot.setSmoothing(m_smoothing->value() / 100.0);
    connectCard(*chart.card, metric);
    return chart.card;
}

void MetricCharts::connectCard(PlotCard &card, const std::string &metric)
{
    connect(&card.plot(), &MetricPlot::crosshairMoved, this, &MetricCharts::moveCrosshair);
    connect(&card, &PlotCard::expandRequested, this, [this, metric] {
        m_expanded = m_expanded == metric ? std::string() : metric;
        m_shown.clear();
        arrange();
    });
    const QString matter = matterOf("save chart", metric);
    connect(&card, &PlotCard::exported, this, [this, matter](const QString &file) {
        m_studio.notify({.tone = Tone::Success, .title = tr("Chart saved"), .text = file, .matter = matter});
    });
    connect(&card, &PlotCard::exportFailed, this, [this, matter](const QString &sentence) {
        m_studio.notify({.tone = Tone::Danger,
            .title = tr("The chart was not saved"),
            .text = sentence,
            .matter = matter});
    });
}

std::vector<std::string> MetricCharts::matching(Kind kind) const
{
    const QString wanted = m_search->text().trimmed();
    std::vector<std::string> metrics;
    for (const auto &[metric, chart] : m_charts)
        if (chart.isOf(kind) && textOf(metric).contains(wanted, Qt::CaseInsensitive))
            metrics.push_back(metric);
    return rankedMetrics(std::move(metrics));
}

int MetricCharts::count(Kind kind) const
{
    return static_cast<int>(std::count_if(
        m_charts.begin(), m_charts.end(), [kind](const auto &entry) { return entry.second.isOf(kind); }));
}

void MetricCharts::arrange()
{
    const int lines = count(Kind::Line);
    m_lineTools->setVisible(lines > 0);
    arrangeLines();
    if (m_singles != nullptr)
        showSingles();
    Q_EMIT countChanged(lines + (m_singles != nullptr ? count(Kind::Single) : 0));
}

void MetricCharts::showSingles()
{
    std::vector<SingleValues::Single> values;
    for (const std::string &metric : matching(Kind::Single)) {
        const auto &lines = m_charts[metric].lines;
        for (const auto &[id, line] : lines)
            if (line.points > 0)
                values.push_back(SingleValues::single(lines.size() > 1
                        ? tr("%1 · %2", "a metric and whose it is").arg(textOf(metric), line.name)
                        : textOf(metric),
                    line.last));
    }
    m_singles->setValues(std::move(values));
}

void MetricCharts::arrangeLines()
{
    auto shown = matching(Kind::Line);
    // The one that is shown large comes first.
    if (const auto large = std::find(shown.begin(), shown.end(), m_expanded); large != shown.end())
        std::rotate(shown.begin(), large, large + 1);
    if (shown == m_shown)
        return;
    m_shown = std::move(shown);
    for (const auto &[metric, chart] : m_charts) {
        m_grid->removeWidget(chart.card);
        chart.card->hide();
    }
    int place = 0;
    for (const std::string &metric : m_shown) {
        const bool isLarge = metric == m_expanded;
        const int columns = isLarge || m_shown.size() == 1 ? chartsInRow : 1;
        PlotCard *card = m_charts[metric].card;
        card->setMinimumHeight(scaled(isLarge ? largeHeight : cardHeight));
        m_grid->addWidget(card, place / chartsInRow, place % chartsInRow, 1, columns);
        card->show();
        place += columns;
    }
}

void MetricCharts::applyAxis()
{
    for (const auto &[metric, chart] : m_charts)
        chart.card->plot().setAxis(static_cast<series::XAxis>(m_axis->current()));
}

void MetricCharts::applySmoothing()
{
    const double weight = m_smoothing->value() / 100.0;
    m_smoothingText->setText(QLocale().toString(weight, 'f', 2));
    m_studio.settings.setValue(smoothingKey, m_smoothing->value());
    for (const auto &[metric, chart] : m_charts)
        chart.card->plot().setSmoothing(weight);
}

void MetricCharts::moveCrosshair(const std::optional<double> &x)
{
    for (const auto &[metric, chart] : m_charts)
        if (&chart.card->plot() != sender())
            chart.card->plot().showCrosshair(x);
}

} // namespace atelier::ui

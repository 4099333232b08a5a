#include "ui/jobs/ComparePage.h"

#include "core/system/Clock.h"
#include "ui/jobs/CompareCharts.h"
#include "ui/jobs/ScaleDot.h"
#include "ui/shell/WorkspaceButton.h"
#include "ui/text/Format.h"
#include "ui/theme/Type.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/Pill.h"
#include "ui/widgets/ScrollPage.h"
#include "ui/widgets/SideScroll.h"
#include "ui/widgets/Tag.h"
#include "ui/widgets/ToggleSwitch.h"

#include <QGridLayout>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace atelier::ui {

namespace {

constexpr int nameWidth = 180;
constexpr int jobWidth = 240;

void setColumns(QGridLayout &grid, int jobs)
{
    grid.setColumnMinimumWidth(0, scaled(nameWidth));
    for (int i = 1; i < std::max(grid.columnCount(), jobs + 1); ++i) {
        grid.setColumnStretch(i, i <= jobs ? 1 : 0);
        grid.setColumnMinimumWidth(i, i <= jobs ? scaled(jobWidth) : 0);
    }
}

/// The head's left edge in the colour that the job keeps.
class ColorEdge : public QWidget
{
public:
    ColorEdge(int series, QWidget *parent)
        : QWidget(parent)
        , m_series(series)
    {
        setFixedWidth(4);
    }

protected:
    void paintEvent(QPaintEvent *) override { QPainter(this).fillRect(rect(), seriesColor(m_series)); }

private:
    int m_series;
};

} // namespace

ComparePage::ComparePage(const Studio &studio, QWidget *parent)
    : Page(parent)
    , m_studio(studio)
    , m_header(new PageHeader(tr("Compare jobs"), this))
    , m_heads(new QGridLayout)
    , m_onlyDifferences(new ToggleSwitch(tr("Only differences"), this))
    , m_charts(new CompareCharts(studio, this))
{
    setObjectName(QStringLiteral("comparePage"));
    m_header->setBreadcrumb({workspaceName(studio.connection.folder()), tr("Jobs"), tr("Compare")});
    connect(m_header, &PageHeader::breadcrumbClicked, this,
        [this](int index) { m_studio.navigator.go({index == 0 ? PageKind::Home : PageKind::Jobs}); });
    auto *swap
        = new Button(tr("Next baseline"), ButtonKind::Default, u"arrow_swap", ControlSize::Normal, m_header);
    swap->setObjectName(QStringLiteral("nextBaseline"));
    connect(swap, &Button::clicked, this,
        [this] { setBaseline(m_watches.empty() ? 0 : (m_baseline + 1) % m_watches.size()); });
    m_header->addAction(swap);
    auto *page = new ScrollPage(this);
    page->column()->setSpacing(12);
    page->column()->addWidget(new SideScroll(tr("Compared jobs"), makeTables(), page));
    page->column()->addWidget(m_charts);
    page->column()->addStretch();
    auto *column = makeColumn(this, 0);
    column->addWidget(m_header);
    column->addWidget(page, 1);
    m_onlyDifferences->setChecked(true);
    m_onlyDifferences->setObjectName(QStringLiteral("onlyDifferences"));
    connect(m_onlyDifferences, &ToggleSwitch::toggled, this, &ComparePage::showJobs);
}

QWidget *ComparePage::makeTables()
{
    auto *tables = new QWidget(this);
    auto *column = makeColumn(tables, 12);
    m_heads->setHorizontalSpacing(12);
    column->addLayout(m_heads);
    column->addWidget(makeMetrics());
    column->addWidget(makeParameters());
    return tables;
}

QWidget *ComparePage::makeMetrics()
{
    auto *card = new Card(this);
    auto *column = makeColumn(card, 12, {16, 14, 16, 14});
    auto *head = makeRow(nullptr, 8);
    m_metricsNote = new TextLabel({}, TextStyle::Caption, &Colors::text2, card);
    head->addWidget(new TextLabel(tr("Metrics"), TextStyle::BodyStrong, &Colors::text, card));
    head->addWidget(m_metricsNote);
    head->addStretch();
    column->addLayout(head);
    m_metrics = new QGridLayout;
    m_metrics->setVerticalSpacing(14);
    m_metrics->setHorizontalSpacing(12);
    column->addLayout(m_metrics);
    return card;
}

QWidget *ComparePage::makeParameters()
{
    auto *card = new Card(this);
    auto *column = makeColumn(card, 12, {16, 14, 16, 14});
    auto *head = makeRow(nullptr, 8);
    m_parametersNote = new TextLabel({}, TextStyle::Caption, &Colors::text2, card);
    head->addWidget(new TextLabel(tr("Parameters"), TextStyle::BodyStrong, &Colors::text, card));
    head->addWidget(m_parametersNote);
    head->addStretch();
    head->addWidget(m_onlyDifferences);
    column->addLayout(head);
    m_parameters = new QGridLayout;
    m_parameters->setVerticalSpacing(10);
    m_parameters->setHorizontalSpacing(12);
    column->addLayout(m_parameters);
    return card;
}

void ComparePage::show(const Address &address)
{
    m_watches.clear();
    m_charts->clear();
    m_baseline = 0;
    for (const QString &job : address.jobs) {
        m_watches.push_back(std::make_unique<JobWatch>(m_studio.connection, job.toStdString()));
        m_watches.back()->setPaused(!m_isInFront);
        connect(m_watches.back().get(), &JobWatch::changed, this, &ComparePage::showJobs);
        connect(
            m_watches.back().get(), &JobWatch::removed, this, [this, job] { leaveOut(job); },
            Qt::QueuedConnection);
    }
}

void ComparePage::setInFront(bool isInFront)
{
    m_isInFront = isInFront;
    for (const auto &watch : m_watches)
        watch->setPaused(!isInFront);
    m_charts->setInFront(isInFront);
}

void ComparePage::refresh()
{
    for (const auto &watch : m_watches)
        watch->refresh();
}

std::vector<JobDetail> ComparePage::details() const
{
    std::vector<JobDetail> jobs;
    for (const auto &watch : m_watches)
        if (watch->detail())
            jobs.push_back(*watch->detail());
    return jobs;
}

void ComparePage::showJobs()
{
    const auto jobs = details();
    if (jobs.size() < m_watches.size() || jobs.empty())
        return;
    m_baseline = std::min(m_baseline, jobs.size() - 1);
    showHeads(jobs);
    showMetrics(jobs);
    showParameters(jobs);
    m_charts->showJobs(jobs);
}

void ComparePage::setBaseline(std::size_t number)
{
    m_baseline = number;
    showJobs();
}

void ComparePage::leaveOut(const QString &job)
{
    Address rest = m_studio.navigator.current();
    rest.jobs.removeAll(job);
    m_studio.navigator.replace(rest);
    show(rest);
}

void ComparePage::showHeads(const std::vector<JobDetail> &jobs)
{
    clearLayout(*m_heads);
    setColumns(*m_heads, static_cast<int>(jobs.size()));
    auto *count = new TextLabel(
        tr("%n job(s)", nullptr, static_cast<int>(jobs.size())), TextStyle::BodyStrong, &Colors::text, this);
    m_heads->addWidget(count, 0, 0);
    for (int i = 0; i < static_cast<int>(jobs.size()); ++i)
        m_heads->addWidget(makeHead(jobs[static_cast<std::size_t>(i)], i), 0, i + 1);
}

QWidget *ComparePage::makeHead(const JobDetail &detail, int number)
{
    const JobSummary &job = detail.summary;
    auto *card = new Card(this);
    auto *row = makeRow(card, 10, {0, 0, 8, 0});
    row->addWidget(new ColorEdge(number, card));
    auto *words = makeColumn(nullptr, 3, {0, 10, 0, 10});
    auto *title = makeRow(nullptr, 8);
    title->addWidget(new ElidedLabel(textOf(titleOf(job)), TextStyle::BodyStrong, &Colors::text, card), 1);
    if (static_cast<std::size_t>(number) == m_baseline)
        title->addWidget(new Tag(tr("Baseline"), Tag::Removal::Fixed, card));
    words->addLayout(title);
    auto *facts = makeRow(nullptr, 8);
    facts->addWidget(new Pill(stateLook(job.status), card));
    facts->addWidget(new ElidedLabel(tr("%1 · %2").arg(ageText(job.createdMs, nowMs()),
                                         durationText(durationOf(job, nowMs()).value_or(-1))),
                         TextStyle::Caption, &Colors::text2, card),
        1);
    words->addLayout(facts);
    row->addLayout(words, 1);
    auto *base = new IconButton(
        u"arrow_swap", tr("Make %1 the baseline").arg(textOf(titleOf(job))), ControlSize::Small, card);
    connect(
        base, &IconButton::clicked, this, [this, number] { setBaseline(static_cast<std::size_t>(number)); },
        Qt::QueuedConnection);
    base->setObjectName(QStringLiteral("baseline_") + textOf(job.name));
    base->setVisible(static_cast<std::size_t>(number) != m_baseline);
    row->addWidget(base, 0, Qt::AlignTop);
    auto *leave
        = new IconButton(u"dismiss", tr("Leave %1 out").arg(textOf(titleOf(job))), ControlSize::Small, card);
    connect(
        leave, &IconButton::clicked, this, [this, name = textOf(job.name)] { leaveOut(name); },
        Qt::QueuedConnection);
    leave->setVisible(m_watches.size() > 2);
    row->addWidget(leave, 0, Qt::AlignTop);
    return card;
}

void ComparePage::showMetrics(const std::vector<JobDetail> &jobs)
{
    clearLayout(*m_metrics);
    setColumns(*m_metrics, static_cast<int>(jobs.size()));
    m_metricsNote->setText(
        tr("difference to the baseline %1").arg(textOf(titleOf(jobs[m_baseline].summary))));
    int row = 0;
    for (const MetricComparison &metric : compareMetrics(jobs, m_baseline)) {
        auto *name = makeColumn(nullptr, 0);
        name->addWidget(new ElidedLabel(textOf(metric.key), TextStyle::Body, &Colors::text2, this));
        if (metric.goal == MetricGoal::Minimize)
            name->addWidget(new TextLabel(tr("lower is better"), TextStyle::Micro, &Colors::text3, this));
        m_metrics->addLayout(name, row, 0);
        for (int i = 0; i < static_cast<int>(metric.values.size()); ++i)
            m_metrics->addWidget(
                makeValue(metric.values[static_cast<std::size_t>(i)], metric.goal, i), row, i + 1);
        ++row;
    }
}

QWidget *ComparePage::makeValue(const MetricComparison::Value &value, MetricGoal goal, int number)
{
    auto *part = new QWidget(this);
    auto *row = makeRow(part, 10);
    row->addWidget(new ScaleDot(number, value.share, part));
    row->addWidget(new TextLabel(value.value ? metricText(*value.value) : noFigure(),
        value.isBest ? TextStyle::BodyStrong : TextStyle::Body, &Colors::text, part));
    if (value.isBest) {
        auto *trophy = new IconLabel(u"trophy", &Colors::warningText, 16, part);
        trophy->setFilled(true);
        trophy->setToolTip(tr("The best of these jobs"));
        row->addWidget(trophy);
    }
    row->addStretch();
    if (value.difference && *value.difference != 0) {
        const bool isGood = isBetter(goal, *value.difference, 0);
        const QString sign = *value.difference > 0 ? QStringLiteral("+") : QStringLiteral("−");
        row->addWidget(new TextLabel(sign + metricText(std::abs(*value.difference)), TextStyle::Caption,
            isGood ? &Colors::successText : &Colors::dangerText, part));
    }
    return part;
}

void ComparePage::showParameters(const std::vector<JobDetail> &jobs)
{
    clearLayout(*m_parameters);
    setColumns(*m_parameters, static_cast<int>(jobs.size()));
    const auto parameters = compareParameters(jobs);
    const auto different = std::count_if(
        parameters.begin(), parameters.end(), [](const ParameterComparison &one) { return one.differs(); });
    m_parametersNote->setText(tr("%1 of %2 differ").arg(different).arg(parameters.size()));
    int row = 0;
    for (const ParameterComparison &parameter : parameters) {
        if (m_onlyDifferences->isChecked() && !parameter.differs())
            continue;
        m_parameters->addWidget(
            new ElidedLabel(textOf(parameter.name), TextStyle::Code, &Colors::text2, this), row, 0);
        for (int i = 0; i < static_cast<int>(parameter.values.size()); ++i) {
            const auto &value = parameter.values[static_cast<std::size_t>(i)];
            const bool isOther = value != parameter.values[m_baseline];
            m_parameters->addWidget(new ElidedLabel(value ? textOf(*value) : noFigure(), TextStyle::Code,
                                        isOther ? &Colors::accentText : &Colors::text, this),
                row, i + 1);
        }
        ++row;
    }
}

} // namespace atelier::ui

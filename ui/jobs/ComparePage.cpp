#include "ui/jobs/ComparePage.h"

#include "core/system/File.h"
#include "ui/jobs/CompareCharts.h"
#include "ui/jobs/CompareHeads.h"
#include "ui/jobs/CompareTable.h"
#include "ui/jobs/ComparisonCsv.h"
#include "ui/shell/WorkspaceButton.h"
#include "ui/text/Format.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/ErrorState.h"
#include "ui/widgets/FileDialogs.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/ScrollPage.h"
#include "ui/widgets/TextLabel.h"
#include "ui/widgets/ToggleSwitch.h"

#include <QEvent>
#include <QFutureWatcher>
#include <QScrollBar>
#include <QtConcurrent>

#include <algorithm>

namespace atelier::ui {

namespace {

constexpr int showingMs = 100;
constexpr qsizetype mostJobs = 50;
constexpr int gutter = 24;

/// A card of a title's row and a table under it.
Card *tableCard(QWidget *parent, const std::vector<QWidget *> &titles, QWidget *atEnd, QWidget *table)
{
    auto *card = new Card(parent);
    auto *column = makeColumn(card, 0, {1, 1, 1, 8});
    auto *head = makeRow(nullptr, 8, {comparePadding - 1, 11, comparePadding - 1, 11});
    for (QWidget *title : titles)
        head->addWidget(title);
    head->addStretch();
    if (atEnd != nullptr)
        head->addWidget(atEnd);
    column->addLayout(head);
    column->addWidget(table);
    return card;
}

} // namespace

ComparePage::ComparePage(const Studio &studio, QWidget *parent)
    : Page(parent)
    , m_studio(studio)
    , m_header(new PageHeader(tr("Compare jobs"), this))
    , m_swap(new Button(tr("Next baseline"), ButtonKind::Default, u"arrow_swap", ControlSize::Normal, this))
    , m_export(new Button(tr("Export…"), ButtonKind::Default, u"arrow_download", ControlSize::Normal, this))
    , m_tooMany(new Banner(Tone::Warning, {}, {}, this))
    , m_heads(new CompareHeads(this))
    , m_page(new ScrollPage(this))
    , m_metrics(new CompareTable(CompareDelegate::Values::Metrics, tr("Metrics"), this))
    , m_metricsNote(new TextLabel({}, TextStyle::Caption, &Colors::text2, this))
    , m_parameters(new CompareTable(CompareDelegate::Values::Parameters, tr("Parameters"), this))
    , m_parametersNote(new TextLabel({}, TextStyle::Caption, &Colors::text2, this))
    , m_onlyDifferences(new ToggleSwitch(tr("Only differences"), this))
    , m_charts(new CompareCharts(studio, this))
    , m_gone(makeGone())
{
    setObjectName(QStringLiteral("comparePage"));
    makeActions();
    m_showing.setSingleShot(true);
    connect(&m_showing, &QTimer::timeout, this, &ComparePage::showJobs);
    layOut();
    connect(m_heads, &CompareHeads::baselineRequested, this, &ComparePage::setBaseline);
    connect(m_heads, &CompareHeads::leaveRequested, this, &ComparePage::leaveOut);
    m_onlyDifferences->setChecked(true);
    m_onlyDifferences->setObjectName(QStringLiteral("onlyDifferences"));
    connect(m_onlyDifferences, &ToggleSwitch::toggled, this, &ComparePage::showJobs);
}

void ComparePage::makeActions()
{
    m_header->setBreadcrumb({workspaceName(m_studio.connection.folder()), tr("Jobs"), tr("Compare")});
    connect(m_header, &PageHeader::breadcrumbClicked, this,
        [this](int index) { m_studio.navigator.go({index == 0 ? PageKind::Home : PageKind::Jobs}); });
    m_swap->setObjectName(QStringLiteral("nextBaseline"));
    connect(m_swap, &Button::clicked, this,
        [this] { setBaseline(m_watches.empty() ? 0 : (m_baseline + 1) % m_watches.size()); });
    m_header->addAction(m_swap);
    m_export->setObjectName(QStringLiteral("exportComparison"));
    m_export->setToolTip(tr("All metrics and parameters as a CSV table; charts have a menu of their own"));
    connect(m_export, &Button::clicked, this, [this] {
        chooseNewFile(*this, tr("Export the comparison"),
            tr("comparison", "name of a file") + QStringLiteral(".csv"),
            [this](const QString &file) { save(file); });
    });
    m_header->addAction(m_export);
}

void ComparePage::layOut()
{
    m_page->column()->setContentsMargins(startEnd({gutter, 0, gutter, gutter}));
    m_page->column()->addWidget(m_tooMany);
    m_page->column()->addWidget(makeMetrics());
    m_page->column()->addWidget(makeParameters());
    m_page->column()->addWidget(m_charts);
    m_page->column()->addWidget(m_gone);
    m_page->column()->addStretch();
    m_page->viewport()->installEventFilter(this);
    m_tooMany->hide();
    auto *column = makeColumn(this, 0);
    column->addWidget(m_header);
    column->addSpacing(4);
    column->addWidget(m_heads);
    column->addSpacing(12);
    column->addWidget(m_page, 1);
}

QWidget *ComparePage::makeMetrics()
{
    m_metrics->setObjectName(QStringLiteral("comparedMetrics"));
    scrollTogether(*m_metrics);
    auto *title = new TextLabel(tr("Metrics"), TextStyle::BodyStrong, &Colors::text, this);
    return tableCard(this, {title, m_metricsNote}, nullptr, m_metrics);
}

QWidget *ComparePage::makeParameters()
{
    m_parameters->setObjectName(QStringLiteral("comparedParameters"));
    scrollTogether(*m_parameters);
    auto *title = new TextLabel(tr("Parameters"), TextStyle::BodyStrong, &Colors::text, this);
    return tableCard(this, {title, m_parametersNote}, m_onlyDifferences, m_parameters);
}

QWidget *ComparePage::makeGone()
{
    auto *gone = new ErrorState(tr("None of these jobs is there any more"),
        tr("They were deleted. Deleted jobs can be restored for 30 days."), this);
    auto *back = new Button(tr("All jobs"), ButtonKind::Primary, {}, ControlSize::Normal, gone);
    connect(back, &Button::clicked, this, [this] { m_studio.navigator.go({PageKind::Jobs}); });
    gone->addAction(back);
    return gone;
}

void ComparePage::scrollTogether(CompareTable &table)
{
    connect(m_heads, &CompareHeads::columnWidthsChanged, &table, &CompareTable::setColumnWidths);
    connect(
        &m_heads->scrollBar(), &QScrollBar::valueChanged, table.horizontalScrollBar(), &QScrollBar::setValue);
    connect(
        table.horizontalScrollBar(), &QScrollBar::valueChanged, &m_heads->scrollBar(), &QScrollBar::setValue);
}

bool ComparePage::eventFilter(QObject *watched, QEvent *event)
{
    // The heads stand above what scrolls downwards, and end where it ends: before its scroll bar.
    if (event->type() == QEvent::Resize)
        m_heads->setContentsMargins(
            startEnd({gutter, 0, gutter + m_page->width() - m_page->viewport()->width(), 0}));
    return Page::eventFilter(watched, event);
}

void ComparePage::show(const Address &address)
{
    m_watches.clear();
    m_charts->clear();
    m_baseline = 0;
    for (const QString &job : address.jobs.first(std::min(mostJobs, address.jobs.size())))
        watch(job);
    m_tooMany->setVisible(address.jobs.size() > mostJobs);
    m_tooMany->setMessage(Tone::Warning,
        tr("The first %1 of %2 jobs are compared").arg(mostJobs).arg(address.jobs.size()),
        tr("More do not fit beside each other: choose fewer in the list of jobs."));
    showWhatThereIs();
}

void ComparePage::watch(const QString &job)
{
    m_watches.push_back(std::make_unique<JobWatch>(m_studio.connection, job.toStdString()));
    m_watches.back()->setPaused(!m_isInFront);
    connect(m_watches.back().get(), &JobWatch::changed, this, [this] {
        if (!m_showing.isActive())
            m_showing.start(m_heads->isVisible() ? showingMs : 0);
    });
    connect(
        m_watches.back().get(), &JobWatch::removed, this, [this, job] { leaveOut(job); },
        Qt::QueuedConnection);
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

void ComparePage::showWhatThereIs()
{
    const auto jobs = details();
    const bool isReady = !jobs.empty() && jobs.size() == m_watches.size();
    for (QWidget *part : {static_cast<QWidget *>(m_heads), m_metrics->parentWidget(),
             m_parameters->parentWidget(), static_cast<QWidget *>(m_swap), static_cast<QWidget *>(m_export)})
        part->setVisible(isReady);
    m_gone->setVisible(m_watches.empty());
}

void ComparePage::showJobs()
{
    const auto jobs = details();
    if (jobs.size() < m_watches.size() || jobs.empty())
        return;
    m_baseline = std::min(m_baseline, jobs.size() - 1);
    m_heads->showJobs(jobs, m_baseline);
    showTables(jobs);
    showWhatThereIs();
    m_charts->showJobs(jobs);
}

void ComparePage::showTables(const std::vector<JobDetail> &jobs)
{
    QStringList titles;
    for (const JobDetail &job : jobs)
        titles << textOf(titleOf(job.summary));
    const auto metrics = compareMetrics(jobs, m_baseline);
    m_metricsNote->setText(metrics.empty()
            ? tr("none of these jobs has logged any")
            : tr("difference to the baseline %1").arg(titles[static_cast<int>(m_baseline)]));
    m_metrics->setRows(titles, metricRows(metrics));
    const auto parameters = compareParameters(jobs);
    const auto different = std::count_if(
        parameters.begin(), parameters.end(), [](const ParameterComparison &one) { return one.differs(); });
    m_parametersNote->setText(parameters.empty()
            ? tr("none of these jobs has any")
            : tr("%1 of %2 differ").arg(different).arg(parameters.size()));
    m_parameters->setRows(titles, parameterRows(parameters, m_baseline, m_onlyDifferences->isChecked()));
}

void ComparePage::setBaseline(std::size_t number)
{
    m_baseline = number;
    showJobs();
}

void ComparePage::leaveOut(const QString &job)
{
    Address rest = m_studio.navigator.current();
    // Where another page is in front its address is none of ours: this one asks anew when it comes back.
    if (rest.page != PageKind::Compare || rest.jobs.removeAll(job) == 0)
        return;
    const std::string baseline = m_watches[m_baseline]->job();
    m_studio.navigator.replace(rest);
    show(rest);
    for (std::size_t i = 0; i < m_watches.size(); ++i)
        if (m_watches[i]->job() == baseline)
            m_baseline = i;
}

void ComparePage::save(const QString &file)
{
    auto *saving = new QFutureWatcher<Result<void>>(this);
    connect(saving, &QFutureWatcherBase::finished, this, [this, saving, file] {
        saving->deleteLater();
        if (const Result<void> saved = saving->result())
            m_studio.notify({Tone::Success, tr("Comparison saved"), file});
        else
            m_studio.notify(
                {Tone::Danger, tr("The comparison was not saved"), unsavedReason(file, saved.error())});
    });
    saving->setFuture(QtConcurrent::run([table = comparisonCsv(details()), place = file.toStdString()] {
        constexpr mode_t forOthersToRead = 0644;
        return durableWrite(place, table, forOthersToRead);
    }));
}

} // namespace atelier::ui

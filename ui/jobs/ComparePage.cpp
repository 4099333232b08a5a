#include "ui/jobs/ComparePage.h"

#include "core/system/File.h"
#include "ui/jobs/CompareCharts.h"
#include "ui/jobs/CompareHeads.h"
#include "ui/jobs/CompareObstacle.h"
#include "ui/jobs/CompareTable.h"
#include "ui/jobs/ComparisonCsv.h"
#include "ui/shell/WorkspaceButton.h"
#include "ui/text/Format.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/FileDialogs.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/PageStack.h"
#include "ui/widgets/ScrollPage.h"
#include "ui/widgets/Skeleton.h"
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
constexpr std::size_t fewestJobs = 2;
constexpr int gutter = 24;
constexpr int skeletonRow = 44;

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
    , m_jobs(studio.connection)
    , m_header(new PageHeader(tr("Compare jobs"), this))
    , m_swap(new Button(tr("Next baseline"), ButtonKind::Default, u"arrow_swap", ControlSize::Normal, this))
    , m_export(new Button(tr("Export…"), ButtonKind::Default, u"arrow_download", ControlSize::Normal, this))
    , m_stack(new PageStack(this))
    , m_comparison(new QWidget(this))
    , m_loading(new Skeleton(skeletonRow, this))
    , m_obstacle(new CompareObstacle(this))
    , m_tooMany(new Banner(Tone::Warning, {}, {}, this))
    , m_leftOut(new Banner(Tone::Info, {}, {}, this))
    , m_heads(new CompareHeads(this))
    , m_page(new ScrollPage(this))
    , m_metrics(new CompareTable(CompareDelegate::Values::Metrics, tr("Metrics"), this))
    , m_metricsNote(new TextLabel({}, TextStyle::Caption, &Colors::text2, this))
    , m_parameters(new CompareTable(CompareDelegate::Values::Parameters, tr("Parameters"), this))
    , m_parametersNote(new TextLabel({}, TextStyle::Caption, &Colors::text2, this))
    , m_onlyDifferences(new ToggleSwitch(tr("Only differences"), this))
    , m_charts(new CompareCharts(studio, this))
{
    setObjectName(QStringLiteral("comparePage"));
    makeActions();
    m_showing.setSingleShot(true);
    connect(&m_showing, &QTimer::timeout, this, &ComparePage::showJobs);
    layOut();
    followJobs();
    connect(m_heads, &CompareHeads::baselineRequested, this, &ComparePage::setBaseline);
    connect(m_heads, &CompareHeads::leaveRequested, this, [this](const QString &job) { leaveOut({job}); });
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
        [this] { setBaseline((m_baseline + 1) % std::max<std::size_t>(m_jobs.size(), 1)); });
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

void ComparePage::followJobs()
{
    connect(&m_jobs, &ComparedJobs::changed, this, [this] {
        if (!m_showing.isActive())
            m_showing.start(m_stack->currentWidget() == m_comparison ? showingMs : 0);
    });
    connect(&m_jobs, &ComparedJobs::deleted, this, &ComparePage::showDeleted);
    connect(m_obstacle, &CompareObstacle::retryRequested, this, &ComparePage::refresh);
    connect(m_obstacle, &CompareObstacle::leaveOutRequested, this, [this] { leaveOut(m_jobs.missing()); });
    connect(m_obstacle, &CompareObstacle::jobsRequested, this,
        [this] { m_studio.navigator.go({PageKind::Jobs}); });
}

void ComparePage::layOut()
{
    m_page->setObjectName(QStringLiteral("comparison"));
    m_page->column()->setContentsMargins(startEnd({gutter, 0, gutter, gutter}));
    m_page->column()->addWidget(m_tooMany);
    m_page->column()->addWidget(m_leftOut);
    m_page->column()->addWidget(makeMetrics());
    m_page->column()->addWidget(makeParameters());
    m_page->column()->addWidget(m_charts);
    m_page->column()->addStretch(1);
    m_page->viewport()->installEventFilter(this);
    auto *comparison = makeColumn(m_comparison, 12, {0, 4, 0, 0});
    comparison->addWidget(m_heads);
    comparison->addWidget(m_page, 1);
    for (QWidget *each :
        {m_comparison, static_cast<QWidget *>(m_loading), static_cast<QWidget *>(m_obstacle)})
        m_stack->addWidget(each);
    auto *column = makeColumn(this, 0);
    column->addWidget(m_header);
    column->addWidget(m_stack, 1);
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

void ComparePage::scrollTogether(CompareTable &table)
{
    connect(m_heads, &CompareHeads::columnWidthsChanged, &table, &CompareTable::setColumnWidths);
    connect(
        &m_heads->scrollBar(), &QScrollBar::valueChanged, table.horizontalScrollBar(), &QScrollBar::setValue);
    connect(
        table.horizontalScrollBar(), &QScrollBar::valueChanged, &m_heads->scrollBar(), &QScrollBar::setValue);
    connect(&table, &CompareTable::cellEntered, this, [this, &table](const QRect &cell) {
        const QRect inPage(table.viewport()->mapTo(m_page->widget(), cell.topLeft()), cell.size());
        m_page->ensureVisible(0, inPage.center().y(), 0, inPage.height());
    });
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
    m_baseline = 0;
    m_deleted.clear();
    m_charts->clear();
    compare(address.jobs);
}

void ComparePage::compare(const QStringList &jobs)
{
    const QString baseline = m_baseline < m_jobs.size() ? m_jobs.name(m_baseline) : QString();
    m_jobs.watch(jobs.first(std::min(mostJobs, jobs.size())));
    m_baseline = m_jobs.numberOf(baseline).value_or(0);
    m_tooMany->setVisible(jobs.size() > mostJobs);
    m_tooMany->setMessage(Tone::Warning,
        tr("The first %1 of %2 jobs are compared").arg(mostJobs).arg(jobs.size()),
        tr("More do not fit beside each other: choose fewer in the list of jobs."));
    m_leftOut->setVisible(!m_deleted.isEmpty());
    m_leftOut->setMessage(Tone::Info,
        tr("%n job(s) were deleted and left out", nullptr, static_cast<int>(m_deleted.size())),
        m_deleted.join(QStringLiteral(", ")));
    showJobs();
}

void ComparePage::setInFront(bool isInFront)
{
    m_jobs.setPaused(!isInFront);
    m_charts->setInFront(isInFront);
}

void ComparePage::refresh()
{
    m_jobs.refresh();
}

void ComparePage::showWhatThereIs()
{
    const auto obstacle = m_jobs.obstacle();
    const bool isReady = isComparison();
    if (m_jobs.size() == 0)
        m_obstacle->showNoneLeft();
    else if (obstacle)
        m_obstacle->showObstacle(*obstacle, m_jobs.size() - m_jobs.missing().size() >= fewestJobs);
    m_stack->setCurrentWidget(isReady        ? m_comparison
            : obstacle || m_jobs.size() == 0 ? static_cast<QWidget *>(m_obstacle)
                                             : m_loading);
    m_swap->setVisible(isReady);
    m_export->setVisible(isReady);
}

bool ComparePage::isComparison() const
{
    return m_jobs.size() > 0 && m_jobs.isComplete();
}

void ComparePage::showJobs()
{
    if (isComparison()) {
        const auto jobs = m_jobs.details();
        m_heads->showJobs(jobs, m_baseline);
        showTables(jobs);
        m_charts->showJobs(jobs);
    }
    showWhatThereIs(); // afterwards: what is put into a widget that is seen would come a moment later
}

void ComparePage::showTables(const std::vector<JobDetail> &jobs)
{
    QStringList titles;
    for (const std::string &name : distinctNames(jobs))
        titles << textOf(name);
    const auto metrics = compareMetrics(jobs, m_baseline);
    m_metricsNote->setText(metrics.empty()
            ? tr("none of these jobs has logged any")
            : tr("difference to the baseline %1").arg(isolated(titles[static_cast<int>(m_baseline)])));
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

void ComparePage::leaveOut(const QStringList &jobs)
{
    Address rest = m_studio.navigator.current();
    // Where another page is in front its address is none of ours: this one asks anew when it comes back.
    if (rest.page != PageKind::Compare)
        return;
    for (const QString &job : jobs)
        rest.jobs.removeAll(job);
    m_studio.navigator.replace(rest);
    compare(rest.jobs);
}

void ComparePage::showDeleted(const QString &job, const QString &title)
{
    m_deleted << isolated(title);
    leaveOut({job});
}

void ComparePage::save(const QString &file)
{
    auto *saving = new QFutureWatcher<Result<void>>(this);
    connect(saving, &QFutureWatcherBase::finished, this, [this, saving, file] {
        saving->deleteLater();
        const Result<void> saved = saving->result();
        m_studio.notify({.tone = saved ? Tone::Success : Tone::Danger,
            .title = saved ? tr("Comparison saved") : tr("The comparison was not saved"),
            .text = saved ? file : unsavedReason(file, saved.error()),
            .matter = QStringLiteral("save comparison")});
    });
    saving->setFuture(
        QtConcurrent::run([table = comparisonCsv(m_jobs.details()), place = file.toStdString()] {
            constexpr mode_t forOthersToRead = 0644;
            return durableWrite(place, table, forOthersToRead);
        }));
}

} // namespace atelier::ui

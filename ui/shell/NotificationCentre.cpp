#include "ui/shell/NotificationCentre.h"

#include "core/system/Clock.h"
#include "ui/shell/ActiveJobs.h"
#include "ui/shell/Notices.h"
#include "ui/text/Format.h"
#include "ui/theme/Draw.h"
#include "ui/theme/Type.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Focus.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/ScrollPage.h"
#include "ui/widgets/StateLook.h"
#include "ui/widgets/TextLabel.h"
#include "ui/widgets/WrapLabel.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QTimer>

#include <algorithm>

namespace atelier::ui {

namespace {

constexpr int sheetWidth = 412;
constexpr int sheetHeight = 560;
constexpr int clockMs = 1000;

QString ofJob(const JobSummary &job)
{
    return job.type == JobType::Pipeline ? QStringLiteral("flow") : QStringLiteral("beaker");
}

/// How far it is and since when, or what it waits for.
QString progressText(const JobSummary &job)
{
    if (!job.startedMs)
        return textOf(job.statusReason);
    const QString time = durationText(durationOf(job, nowMs()).value_or(0));
    if (!job.steps)
        return time;
    return NotificationCentre::tr("%1 of %2 steps · %3")
        .arg(QLocale().toString(static_cast<qlonglong>(job.steps->completed)),
            QLocale().toString(static_cast<qlonglong>(job.steps->total)), time);
}

std::optional<double> shareOf(const JobSummary &job)
{
    if (!job.steps || job.steps->total == 0)
        return std::nullopt;
    return static_cast<double>(job.steps->completed) / static_cast<double>(job.steps->total);
}

QString endText(const JobSummary &job)
{
    if (job.status == JobStatus::Failed && !job.errorSentence.empty())
        return textOf(job.errorSentence).section(u'\n', 0, 0);
    return NotificationCentre::tr("%1 after %2")
        .arg(stateLook(job.status).text, durationText(durationOf(job, nowMs()).value_or(0)));
}

} // namespace

void NotificationCentre::open(
    QWidget &window, const Studio &studio, const ActiveJobs &active, Notices &notices)
{
    if (auto *open = window.findChild<NotificationCentre *>(QStringLiteral("notificationCentre")))
        return open->close();
    auto *centre = new NotificationCentre(window, studio, active, notices);
    centre->place();
    centre->QWidget::show();
    centre->raise();
    centre->m_sheet->setFocus(Qt::ShortcutFocusReason);
}

NotificationCentre::NotificationCentre(
    QWidget &window, const Studio &studio, const ActiveJobs &active, Notices &notices)
    : QWidget(&window)
    , m_studio(studio)
    , m_active(active)
    , m_notices(notices)
    , m_sheet(new QWidget(this))
    , m_page(new ScrollPage(m_sheet))
    , m_before(window.focusWidget())
{
    setObjectName(QStringLiteral("notificationCentre"));
    setAccessibleName(tr("Notifications"));
    makeColumn(m_sheet, 0, {0, 6, 0, 6});
    m_sheet->setAccessibleName(tr("Notifications"));
    m_sheet->setFocusPolicy(Qt::ClickFocus);
    addHead();
    m_sheet->layout()->addWidget(m_page);
    m_page->column()->setContentsMargins({});
    m_page->column()->setSpacing(0);
    window.installEventFilter(this);
    connect(&active, &ActiveJobs::changed, this, &NotificationCentre::fill);
    connect(&notices, &Notices::changed, this, &NotificationCentre::fill);
    auto *clock = new QTimer(this);
    connect(clock, &QTimer::timeout, this, &NotificationCentre::fill);
    clock->start(clockMs);
    fill();
}

void NotificationCentre::addHead()
{
    auto *head = makeRow(nullptr, 6, {18, 8, 10, 8});
    head->addWidget(new TextLabel(tr("Notifications"), TextStyle::Subtitle, &Colors::text, m_sheet), 1);
    auto *read = new Button(tr("Mark all read"), ButtonKind::Ghost, {}, ControlSize::Small, m_sheet);
    read->setObjectName(QStringLiteral("markRead"));
    connect(read, &Button::clicked, &m_notices, &Notices::markRead);
    m_markRead = read;
    head->addWidget(read);
    auto *dismiss = new IconButton(u"dismiss", tr("Close"), ControlSize::Small, m_sheet);
    connect(dismiss, &IconButton::clicked, this, &NotificationCentre::close);
    head->addWidget(dismiss);
    static_cast<QBoxLayout *>(m_sheet->layout())->addLayout(head);
}

NoticeRow::Act NotificationCentre::view(const JobSummary &job)
{
    return {tr("View"), [this, name = textOf(job.name)] {
                close();
                m_studio.navigator.go({PageKind::Job, {name}});
            }};
}

void NotificationCentre::cancel(const std::string &job)
{
    // The notices hear the answer: the centre may be closed by then, which would take the call back.
    m_studio.connection.jobs().cancel(job, &m_notices, [studio = &m_studio, job](const Result<void> &done) {
        studio->tell(done, tr("The job was not canceled"), matterOf("cancel", job));
    });
}

std::vector<NotificationCentre::Entry> NotificationCentre::running()
{
    std::vector<Entry> entries;
    for (const JobSummary &job : m_active.jobs()) {
        const StateLook look = stateLook(job.status);
        Entry entry{QStringLiteral("run %1").arg(textOf(job.name)),
            {ofJob(job), look.tone, textOf(titleOf(job)), look.text, progressText(job),
                Progress{shareOf(job), Tone::Accent, job.startedMs.has_value()}},
            {view(job)}};
        if (job.status != JobStatus::CancelRequested && job.type != JobType::Interactive
            && takesCalls(m_studio.connection.state()))
            entry.acts.push_back({tr("Cancel"), [this, name = job.name] { cancel(name); }});
        entry.key += QString::number(entry.acts.size());
        entries.push_back(std::move(entry));
    }
    return entries;
}

std::vector<NotificationCentre::Entry> NotificationCentre::earlier()
{
    std::vector<std::pair<std::int64_t, Entry>> timed;
    for (const Notices::Problem &problem : m_notices.problems())
        timed.push_back({problem.timeMs,
            {QStringLiteral("problem %1").arg(problem.timeMs),
                {toneIcon(Tone::Danger), Tone::Danger, problem.title, ageText(problem.timeMs, nowMs()),
                    problem.text, {}, m_notices.isUnread(problem.timeMs)},
                {}}});
    for (const JobSummary &job : m_notices.ended()) {
        const std::int64_t time = job.endedMs.value_or(job.createdMs);
        timed.push_back({time,
            {QStringLiteral("end %1").arg(textOf(job.name)),
                {ofJob(job), stateLook(job.status).tone, textOf(titleOf(job)), ageText(time, nowMs()),
                    endText(job), {}, m_notices.isUnread(time)},
                {view(job)}}});
    }
    std::stable_sort(timed.begin(), timed.end(),
        [](const auto &one, const auto &other) { return one.first > other.first; });
    std::vector<Entry> entries;
    for (auto &[time, entry] : timed)
        entries.push_back(std::move(entry));
    return entries;
}

void NotificationCentre::fill()
{
    const auto now = running();
    const auto before = earlier();
    QStringList keys;
    for (const auto *entries : {&now, &before})
        for (const Entry &entry : *entries)
            keys << entry.key;
    m_markRead->setVisible(m_notices.unreadCount() > 0);
    if (keys != m_keys || m_rows.empty()) {
        m_keys = keys;
        return rebuild(now, before);
    }
    for (const auto *entries : {&now, &before})
        for (const Entry &entry : *entries)
            m_rows.at(entry.key)->show(entry.contents);
}

void NotificationCentre::rebuild(const std::vector<Entry> &running, const std::vector<Entry> &earlier)
{
    clearLayout(*m_page->column());
    m_rows.clear();
    addSection(tr("Running"), running);
    addSection(tr("Earlier"), earlier);
    if (m_rows.empty()) {
        auto *nothing = makeColumn(nullptr, 0, {18, 10, 18, 18});
        nothing->addWidget(new WrapLabel(tr("Nothing yet. Jobs that run and that have ended stand here."),
            TextStyle::Body, &Colors::text2, 0, m_sheet));
        m_page->column()->addLayout(nothing);
    }
    m_page->column()->addStretch();
}

void NotificationCentre::addSection(const QString &title, const std::vector<Entry> &entries)
{
    if (entries.empty())
        return;
    auto *head = makeRow(nullptr, 0, {18, 8, 18, 0});
    head->addWidget(new TextLabel(title, TextStyle::MicroStrong, &Colors::text3, m_sheet));
    m_page->column()->addLayout(head);
    for (const Entry &entry : entries) {
        auto *row = new NoticeRow(entry.contents, entry.acts, m_sheet);
        m_page->column()->addWidget(row);
        m_rows[entry.key] = row;
    }
}

void NotificationCentre::place()
{
    constexpr int top = 52;
    constexpr int gap = 14;
    const QWidget &window = *parentWidget();
    setGeometry(window.rect());
    const QSize size(std::min(scaled(sheetWidth), window.width() - 2 * gap),
        std::min(scaled(sheetHeight), window.height() - 2 * top));
    const int x = layoutDirection() == Qt::RightToLeft ? gap : window.width() - size.width() - gap;
    m_sheet->setGeometry({QPoint(x, scaled(top)), size});
}

void NotificationCentre::close()
{
    hide();
    deleteLater();
    setObjectName({});
    m_notices.markRead();
    if (m_before)
        m_before->setFocus(Qt::OtherFocusReason);
}

void NotificationCentre::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawShadow(painter, m_sheet->geometry(), dialogRadius, Elevation::Sheet);
    drawBox(painter, m_sheet->geometry(), dialogRadius, colors().raised, colors().stroke);
}

void NotificationCentre::mousePressEvent(QMouseEvent *event)
{
    if (!m_sheet->geometry().contains(event->position().toPoint()))
        close();
}

void NotificationCentre::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
}

bool NotificationCentre::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize)
        place();
    return QWidget::eventFilter(watched, event);
}

bool NotificationCentre::focusNextPrevChild(bool next)
{
    return moveFocusWithin(*m_sheet, next);
}

} // namespace atelier::ui

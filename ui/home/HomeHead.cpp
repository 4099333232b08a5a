#include "ui/home/HomeHead.h"

#include "ui/widgets/Button.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/WrapLabel.h"

#include <QTime>

#include <algorithm>

namespace atelier::ui {

namespace {

constexpr int noonHour = 12;
constexpr int eveningHour = 18;

QString greeting()
{
    const int hour = QTime::currentTime().hour();
    if (hour < noonHour)
        return HomeHead::tr("Good morning");
    return hour < eveningHour ? HomeHead::tr("Good afternoon") : HomeHead::tr("Good evening");
}

QString summaryOf(const std::vector<JobSummary> &jobs)
{
    if (jobs.empty())
        return HomeHead::tr(
            "Train, compare and keep models on this machine. Nothing leaves it and no account is needed.");
    const int running = countOf(jobs, JobStatus::Running);
    const int waiting = countOf(jobs, JobStatus::Queued);
    if (running > 0 && waiting > 0)
        return HomeHead::tr("%n job(s) running", nullptr, running)
            + HomeHead::tr(", %n waiting.", nullptr, waiting);
    if (running > 0)
        return HomeHead::tr("%n job(s) running.", nullptr, running);
    return HomeHead::tr("Nothing is running.");
}

} // namespace

int countOf(const std::vector<JobSummary> &jobs, JobStatus status)
{
    return static_cast<int>(std::count_if(
        jobs.begin(), jobs.end(), [status](const JobSummary &job) { return job.status == status; }));
}

HomeHead::HomeHead(QWidget *parent)
    : QWidget(parent)
    , m_title(new TextLabel(tr("Welcome to Atelier"), TextStyle::Display, &Colors::text, this))
    , m_summary(new WrapLabel({}, TextStyle::Body, &Colors::text2, 0, this))
    , m_newJob(new Button(tr("New job"), ButtonKind::Default, u"add", ControlSize::Normal, this))
{
    m_newJob->setObjectName(QStringLiteral("homeNewJob"));
    auto *row = makeRow(this, 12);
    auto *words = makeColumn(nullptr, 2);
    words->addWidget(m_title);
    words->addWidget(m_summary);
    row->addLayout(words, 1);
    row->addWidget(m_newJob);
}

void HomeHead::showJobs(const std::vector<JobSummary> &jobs)
{
    m_title->setText(jobs.empty() ? tr("Welcome to Atelier") : greeting());
    m_summary->setText(summaryOf(jobs));
    // Where nothing has run yet the sample has the primary button.
    m_newJob->setKind(jobs.empty() ? ButtonKind::Default : ButtonKind::Primary);
}

} // namespace atelier::ui

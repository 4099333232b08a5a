#include "ui/jobs/FailureReport.h"

#include "core/domain/WorkspaceLayout.h"
#include "ui/log/LogView.h"
#include "ui/text/Format.h"
#include "ui/theme/Type.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/LinkChip.h"
#include "ui/widgets/StateLook.h"
#include "ui/widgets/TextSize.h"
#include "ui/widgets/TitledCard.h"

#include <algorithm>

namespace atelier::ui {

namespace {

constexpr int logHeight = 244; // some twelve lines

} // namespace

const JobSummary &causeOfFailure(const JobDetail &job)
{
    const JobSummary *first = nullptr;
    for (const JobStep &step : job.steps)
        if (step.job.status == JobStatus::Failed && (first == nullptr || step.job.endedMs < first->endedMs))
            first = &step.job;
    return first == nullptr ? job.summary : *first;
}

FailureReport::FailureReport(std::filesystem::path workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(std::move(workspace))
{
    auto *column = makeColumn(this, 12);
    column->addWidget(makeLog());
    auto *steps = makeRow(nullptr, 12);
    m_skippedCard = makeSteps(tr("Not run because of it"), {}, &m_skipped);
    m_goodCard = makeSteps(tr("Still good"), tr("taken over when it runs again"), &m_good);
    steps->addWidget(m_skippedCard, 1, Qt::AlignTop);
    steps->addWidget(m_goodCard, 1, Qt::AlignTop);
    column->addLayout(steps);
    hide();
}

QWidget *FailureReport::makeLog()
{
    auto *card = new TitledCard(tr("Last lines"), this);
    m_logName = new ElidedLabel({}, TextStyle::Caption, &Colors::text2, card);
    card->head()->addWidget(m_logName, 1);
    auto *open = new Button(tr("Open the log"), ButtonKind::Link, {}, ControlSize::Small, card);
    connect(open, &Button::clicked, this, &FailureReport::logRequested);
    card->head()->addWidget(open);
    m_log = new LogView(card);
    m_log->setObjectName(QStringLiteral("lastLines"));
    m_log->setAccessibleName(tr("Last lines of the log"));
    followTextSize(*m_log, [this] { m_log->setFixedHeight(scaled(logHeight)); });
    card->column()->addWidget(m_log);
    return card;
}

Card *FailureReport::makeSteps(const QString &title, const QString &note, QBoxLayout **chips)
{
    auto *card = new TitledCard(title, this);
    card->addNote(note);
    *chips = makeColumn(nullptr, 6);
    card->column()->addLayout(*chips);
    return card;
}

void FailureReport::showJob(const JobDetail &job)
{
    setVisible(job.summary.status == JobStatus::Failed);
    if (job.summary.status != JobStatus::Failed)
        return;
    showLog(causeOfFailure(job));
    showSteps(job);
}

void FailureReport::showLog(const JobSummary &cause)
{
    const std::filesystem::path log = WorkspaceLayout(m_workspace).log(cause.name);
    m_logName->setText(
        textOf((cause.step.empty() ? cause.name : cause.step) + "/" + log.filename().string()));
    if (m_log->document().path() == textOf(log.string()))
        return;
    m_log->setFile(textOf(log.string()));
    m_log->setFollowing(true);
}

void FailureReport::showSteps(const JobDetail &job)
{
    clearLayout(*m_skipped);
    clearLayout(*m_good);
    for (const JobStep &step : job.steps) {
        const JobStatus status = step.job.status;
        if (status != JobStatus::Skipped && status != JobStatus::Completed)
            continue;
        Card *card = status == JobStatus::Skipped ? m_skippedCard : m_goodCard;
        auto *chip
            = new LinkChip(stateLook(status).icon, textOf(step.job.step), stateLook(status).text, card);
        connect(chip, &LinkChip::clicked, this, [this, name = step.job.name] { Q_EMIT jobRequested(name); });
        (status == JobStatus::Skipped ? m_skipped : m_good)->addWidget(chip, 0, Qt::AlignLeading);
    }
    m_skippedCard->setVisible(m_skipped->count() > 0);
    m_goodCard->setVisible(m_good->count() > 0);
}

} // namespace atelier::ui

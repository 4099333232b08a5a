#include "ui/home/GetStartedCard.h"

#include "ui/home/StepRow.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/ProgressBar.h"
#include "ui/widgets/TextLabel.h"

namespace atelier::ui {

namespace {

using Step = GetStarted::Step;

QString titleOf(Step step)
{
    switch (step) {
    case Step::CheckMachine:
        return GetStartedCard::tr("Check this machine");
    case Step::RunPipeline:
        return GetStartedCard::tr("Run your first pipeline");
    case Step::SeeMetrics:
        return GetStartedCard::tr("Look at its metrics");
    case Step::CompareJobs:
        return GetStartedCard::tr("Compare two jobs");
    case Step::RunOwn:
        return GetStartedCard::tr("Run a job of your own");
    }
    return {};
}

} // namespace

GetStartedCard::GetStartedCard(const GetStarted &steps, QWidget *parent)
    : Card(parent)
    , m_steps(steps)
    , m_count(new TextLabel({}, TextStyle::Caption, &Colors::text2, this))
    , m_progress(new ProgressBar(tr("Steps that are done"), this))
{
    setObjectName(QStringLiteral("getStarted"));
    auto *column = makeColumn(this, 2, {8, 12, 8, 10});
    auto *head = makeRow(nullptr, 8, {8, 0, 0, 4});
    head->addWidget(new TextLabel(tr("Get started"), TextStyle::BodyStrong, &Colors::text, this));
    head->addWidget(m_count, 1);
    auto *hide = new IconButton(u"dismiss", tr("Hide these steps"), ControlSize::Small, this);
    hide->setObjectName(QStringLiteral("hideGetStarted"));
    connect(hide, &IconButton::clicked, this, &GetStartedCard::hideRequested);
    head->addWidget(hide);
    column->addLayout(head);
    auto *bar = makeRow(nullptr, 0, {8, 0, 8, 8});
    bar->addWidget(m_progress);
    column->addLayout(bar);
    for (const Step step : GetStarted::steps) {
        auto *row = new StepRow(titleOf(step), this);
        row->setObjectName(QStringLiteral("step%1").arg(static_cast<int>(step) + 1));
        connect(row, &StepRow::clicked, this, [this, step] { Q_EMIT chosen(step); });
        column->addWidget(row);
        m_rows[static_cast<std::size_t>(step)] = row;
    }
    connect(&steps, &GetStarted::changed, this, &GetStartedCard::showSteps);
    showSteps();
}

void GetStartedCard::showSteps()
{
    const int done = m_steps.doneCount();
    const int all = static_cast<int>(GetStarted::steps.size());
    m_count->setText(tr("%1 of %2").arg(done).arg(all));
    m_progress->setProgress({static_cast<double>(done) / all, Tone::Success, false});
    bool isNextFound = false;
    for (const Step step : GetStarted::steps) {
        const bool isNext = !m_steps.isDone(step) && !isNextFound;
        isNextFound = isNextFound || isNext;
        m_rows[static_cast<std::size_t>(step)]->show(m_steps.isDone(step) ? StepRow::State::Done
                : isNext                                                  ? StepRow::State::Next
                                                                          : StepRow::State::Open,
            noteOf(step));
        m_rows[static_cast<std::size_t>(step)]->setEnabled(canBegin(step));
    }
}

bool GetStartedCard::canBegin(Step step) const
{
    return (step != Step::SeeMetrics || !m_steps.measuredJob().isEmpty())
        && (step != Step::CompareJobs || !m_steps.comparableJobs().isEmpty());
}

QString GetStartedCard::noteOf(Step step) const
{
    switch (step) {
    case Step::CheckMachine:
        return m_steps.isDone(step) ? tr("Python is there") : tr("Jobs need Python 3");
    case Step::RunPipeline:
        return tr("Several steps, each with its own log and result");
    case Step::SeeMetrics:
        return m_steps.measuredJob().isEmpty() && !m_steps.isDone(step)
            ? tr("Once a job has measured something")
            : tr("What a job measured, as it went");
    case Step::CompareJobs:
        return m_steps.comparableJobs().isEmpty() && !m_steps.isDone(step)
            ? tr("Once two jobs have ended: run one again")
            : tr("What differs, and what it gained");
    case Step::RunOwn:
        return tr("A YAML file that names your command");
    }
    return {};
}

} // namespace atelier::ui

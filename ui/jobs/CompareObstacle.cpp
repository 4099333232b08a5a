#include "ui/jobs/CompareObstacle.h"

#include "ui/text/Format.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/ErrorState.h"
#include "ui/widgets/Layouts.h"

namespace atelier::ui {

CompareObstacle::CompareObstacle(QWidget *parent)
    : QWidget(parent)
{
    makeColumn(this, 0);
}

void CompareObstacle::showObstacle(const ComparedJobs::Obstacle &obstacle, bool canLeaveOut)
{
    const bool isThere = obstacle.error.has_value();
    const QString sentence = isThere
        ? textOf(obstacle.error->sentence)
        : tr("There is no job of this name. Deleted jobs can be restored for 30 days.");
    if (!say(tr("%1 cannot be compared", "a job").arg(isolated(obstacle.job)), sentence, canLeaveOut))
        return;
    if (isThere)
        offer(QStringLiteral("compareRetry"), tr("Try again"), &CompareObstacle::retryRequested);
    if (canLeaveOut)
        offer(QStringLiteral("compareOthers"), tr("Compare the others"), &CompareObstacle::leaveOutRequested);
    offer(QStringLiteral("compareAllJobs"), tr("All jobs"), &CompareObstacle::jobsRequested);
}

void CompareObstacle::showNoneLeft()
{
    if (say(tr("None of these jobs is there any more"),
            tr("They were deleted. Deleted jobs can be restored for 30 days."), false))
        offer(QStringLiteral("compareAllJobs"), tr("All jobs"), &CompareObstacle::jobsRequested);
}

bool CompareObstacle::say(const QString &title, const QString &sentence, bool canLeaveOut)
{
    const QStringList said{title, sentence, QString::number(static_cast<int>(canLeaveOut))};
    if (std::exchange(m_said, said) == said)
        return false;
    clearLayout(*layout());
    m_offers = 0;
    m_state = new ErrorState(title, sentence, this);
    layout()->addWidget(m_state);
    return true;
}

void CompareObstacle::offer(const QString &name, const QString &text, void (CompareObstacle::*request)())
{
    const ButtonKind kind = m_offers++ == 0 ? ButtonKind::Primary : ButtonKind::Default;
    auto *button = new Button(text, kind, {}, ControlSize::Normal, m_state);
    button->setObjectName(name);
    // Later: what is asked for may end this button.
    connect(button, &Button::clicked, this, request, Qt::QueuedConnection);
    m_state->addAction(button);
}

} // namespace atelier::ui

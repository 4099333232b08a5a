#include "ui/jobs/CompareObstacle.h"

#include "ui/text/Format.h"

namespace atelier::ui {

void CompareObstacle::showObstacle(const ComparedJobs::Obstacle &obstacle, bool canLeaveOut)
{
    const bool isThere = obstacle.error.has_value();
    QList<Offer> offers;
    if (isThere)
        offers << Offer{QStringLiteral("compareRetry"), tr("Try again"), [this] { Q_EMIT retryRequested(); }};
    if (canLeaveOut)
        offers << Offer{QStringLiteral("compareOthers"), tr("Compare the others"),
            [this] { Q_EMIT leaveOutRequested(); }};
    offers << allJobs();
    say(tr("%1 cannot be compared", "a job").arg(isolated(obstacle.job)),
        isThere ? textOf(obstacle.error->sentence)
                : tr("There is no job of this name. Deleted jobs can be restored for 30 days."),
        offers);
}

void CompareObstacle::showNoneLeft()
{
    say(tr("None of these jobs is there any more"),
        tr("They were deleted. Deleted jobs can be restored for 30 days."), {allJobs()});
}

Obstacle::Offer CompareObstacle::allJobs()
{
    return {QStringLiteral("compareAllJobs"), tr("All jobs"), [this] { Q_EMIT jobsRequested(); }};
}

} // namespace atelier::ui

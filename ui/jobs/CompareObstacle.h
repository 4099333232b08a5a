#pragma once

#include "ui/jobs/ComparedJobs.h"
#include "ui/jobs/Obstacle.h"

namespace atelier::ui {

/// What stands in a comparison's place where its jobs cannot be had: which one, why, and what can be done.
class CompareObstacle : public Obstacle
{
    Q_OBJECT

public:
    using Obstacle::Obstacle;

    /// `canLeaveOut`: enough others are left to be compared.
    void showObstacle(const ComparedJobs::Obstacle &obstacle, bool canLeaveOut);
    void showNoneLeft();

Q_SIGNALS:
    void retryRequested();
    void leaveOutRequested();
    void jobsRequested();

private:
    [[nodiscard]] Offer allJobs();
};

} // namespace atelier::ui

#pragma once

#include "ui/jobs/ComparedJobs.h"

#include <QWidget>

namespace atelier::ui {

class Button;
class ErrorState;

/// What stands in a comparison's place where its jobs cannot be had: which one, why, and what can be done.
class CompareObstacle : public QWidget
{
    Q_OBJECT

public:
    explicit CompareObstacle(QWidget *parent = nullptr);

    /// `canLeaveOut`: enough others are left to be compared.
    void showObstacle(const ComparedJobs::Obstacle &obstacle, bool canLeaveOut);
    void showNoneLeft();

Q_SIGNALS:
    void retryRequested();
    void leaveOutRequested();
    void jobsRequested();

private:
    /// Whether it says something new; the same is not made anew under the user.
    [[nodiscard]] bool say(const QString &title, const QString &sentence, bool canLeaveOut);
    /// The first one is the remedy.
    void offer(const QString &name, const QString &text, void (CompareObstacle::*request)());

    QStringList m_said;
    int m_offers = 0;
    ErrorState *m_state = nullptr;
};

} // namespace atelier::ui

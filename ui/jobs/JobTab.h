#pragma once

#include "core/domain/JobDetail.h"

#include <QWidget>

namespace atelier::ui {

/// One tab of a job's page. It is told of every change of the job while it is in front, and once when it
/// comes there.
class JobTab : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    virtual void showJob(const JobDetail &job) = 0;
    virtual void setInFront(bool /*isInFront*/) { }
    /// Every second while the job is unfinished and the tab in front.
    virtual void tick() { }
};

} // namespace atelier::ui

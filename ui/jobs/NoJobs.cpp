#include "ui/jobs/NoJobs.h"

#include "ui/jobs/NewJob.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/EmptyState.h"

#include <QCoreApplication>

namespace atelier::ui {

namespace {

struct NoJobsWords
{
    Q_DECLARE_TR_FUNCTIONS(NoJobs)
};

} // namespace

EmptyState *noJobMatches(const QString &filter, const std::function<void()> &clear, QWidget *parent)
{
    auto *state = new EmptyState(u"search", NoJobsWords::tr("No jobs match"),
        NoJobsWords::tr("No job fits “%1”.").arg(filter), parent);
    auto *button
        = new Button(NoJobsWords::tr("Clear filters"), ButtonKind::Default, {}, ControlSize::Normal, state);
    QObject::connect(button, &Button::clicked, state, clear);
    state->addAction(button);
    return state;
}

EmptyState *nothingHasRun(NewJob &newJob, QWidget *parent)
{
    auto *state = new EmptyState(u"beaker", NoJobsWords::tr("Nothing has run yet"),
        NoJobsWords::tr("A job is one run of your code. It keeps its data, parameters, metrics and logs, so "
                        "you can come back to it."),
        parent);
    auto *add
        = new Button(NoJobsWords::tr("New job"), ButtonKind::Default, u"add", ControlSize::Normal, state);
    QObject::connect(add, &Button::clicked, &newJob, &NewJob::chooseFile);
    state->addAction(add);
    return state;
}

} // namespace atelier::ui

#include "ui/jobs/JobActions.h"

#include "ui/text/Format.h"

#include <QPointer>

#include <memory>

namespace atelier::ui {

/// Several jobs that go together, until the last answer is there.
struct JobActions::Removal
{
    std::size_t open = 0;
    std::vector<std::string> removed;
    std::string problem; ///< the first
};

JobActions::JobActions(const Studio &studio, QObject *parent)
    : QObject(parent)
    , m_studio(studio)
{
}

bool JobActions::canCancel(const JobSummary &job)
{
    return !isFinal(job.status) && job.status != JobStatus::CancelRequested
        && job.type != JobType::Interactive;
}

bool JobActions::canRemove(const JobSummary &job)
{
    return isFinal(job.status) && job.step.empty();
}

void JobActions::open(const std::string &job)
{
    m_studio.navigator.go({PageKind::Job, {textOf(job)}});
}

void JobActions::compare(const std::vector<std::string> &jobs)
{
    Address address{PageKind::Compare};
    for (const std::string &job : jobs)
        address.jobs << textOf(job);
    m_studio.navigator.go(address);
}

void JobActions::cancel(const std::vector<std::string> &jobs)
{
    for (const std::string &job : jobs)
        m_studio.connection.jobs().cancel(job, this, [this](const Result<void> &done) {
            if (!done)
                m_studio.notify(
                    {Tone::Danger, tr("The job was not canceled"), textOf(done.error().sentence)});
        });
}

void JobActions::remove(const std::vector<std::string> &jobs)
{
    auto removal = std::make_shared<Removal>();
    removal->open = jobs.size();
    for (const std::string &job : jobs)
        m_studio.connection.jobs().remove(job, this, [this, removal, job](const Result<void> &done) {
            if (done)
                removal->removed.push_back(job);
            else if (removal->problem.empty())
                removal->problem = done.error().sentence;
            if (--removal->open == 0)
                told(removal);
        });
}

void JobActions::told(const std::shared_ptr<Removal> &removal)
{
    if (!removal->problem.empty())
        m_studio.notify({Tone::Danger, tr("Not every job was deleted"), textOf(removal->problem)});
    if (removal->removed.empty())
        return;
    const int count = static_cast<int>(removal->removed.size());
    Toast *toast = m_studio.notify({Tone::Info, tr("%n job(s) deleted", nullptr, count),
        tr("What is deleted can be brought back for 30 days."), tr("Undo")});
    connect(toast, &Toast::actionChosen, this, [this, jobs = removal->removed] { restore(jobs); });
}

void JobActions::restore(const std::vector<std::string> &jobs)
{
    for (const std::string &job : jobs)
        m_studio.connection.jobs().restore(job, this, [this](const Result<void> &done) {
            if (!done)
                m_studio.notify(
                    {Tone::Danger, tr("The job was not brought back"), textOf(done.error().sentence)});
        });
}

void JobActions::runAgain(const Json &document, const std::function<void()> &done)
{
    m_studio.connection.jobs().submit(document, this, [this, done](const Result<JobDetail> &job) {
        done();
        if (job)
            open(job->summary.name);
        else
            m_studio.notify({Tone::Danger, tr("The job was not started"), textOf(job.error().sentence)});
    });
}

} // namespace atelier::ui

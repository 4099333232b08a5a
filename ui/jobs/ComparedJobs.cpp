#include "ui/jobs/ComparedJobs.h"

#include "ui/text/Format.h"

#include <algorithm>

namespace atelier::ui {

ComparedJobs::ComparedJobs(WorkspaceConnection &connection, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
{
}

void ComparedJobs::watch(const QStringList &jobs)
{
    std::vector<std::unique_ptr<Job>> before;
    before.swap(m_jobs);
    for (const QString &name : jobs) {
        const auto known = std::find_if(before.begin(), before.end(), [&](const std::unique_ptr<Job> &job) {
            return job != nullptr && !isMissing(job) && textOf(job->watch->job()) == name;
        });
        m_jobs.push_back(known == before.end() ? open(name) : std::move(*known));
    }
}

std::unique_ptr<ComparedJobs::Job> ComparedJobs::open(const QString &name)
{
    auto job = std::make_unique<Job>();
    job->watch = std::make_unique<JobWatch>(m_connection, name.toStdString());
    job->watch->setPaused(m_isPaused);
    connect(job->watch.get(), &JobWatch::changed, this, [this, job = job.get()] { see(*job); });
    // Later: who hears of it may end the watch that speaks.
    connect(
        job->watch.get(), &JobWatch::removed, job->watch.get(), [this, job = job.get()] { miss(*job); },
        Qt::QueuedConnection);
    connect(job->watch.get(), &JobWatch::failed, this, [this, name, job = job.get()](const Error &error) {
        job->obstacle = Obstacle{name, error};
        job->isAskedAgain = false;
        Q_EMIT changed();
    });
    return job;
}

void ComparedJobs::see(Job &job)
{
    job.title = textOf(titleOf(job.watch->detail()->summary));
    job.obstacle.reset();
    Q_EMIT changed();
}

void ComparedJobs::miss(Job &job)
{
    const QString name = textOf(job.watch->job());
    job.obstacle = Obstacle{name, {}};
    job.isAskedAgain = false;
    if (job.title.isEmpty())
        Q_EMIT changed();
    else
        Q_EMIT deleted(name, job.title);
}

void ComparedJobs::setPaused(bool isPaused)
{
    m_isPaused = isPaused;
    for (const auto &job : m_jobs)
        job->watch->setPaused(isPaused);
}

void ComparedJobs::refresh()
{
    for (const auto &job : m_jobs) {
        job->isAskedAgain = true;
        job->watch->refresh();
    }
    Q_EMIT changed();
}

QString ComparedJobs::name(std::size_t number) const
{
    return textOf(m_jobs[number]->watch->job());
}

std::optional<std::size_t> ComparedJobs::numberOf(const QString &name) const
{
    for (std::size_t i = 0; i < m_jobs.size(); ++i)
        if (this->name(i) == name)
            return i;
    return {};
}

std::vector<JobDetail> ComparedJobs::details() const
{
    std::vector<JobDetail> details;
    for (const auto &job : m_jobs)
        if (const auto &detail = job->watch->detail())
            details.push_back(*detail);
    return details;
}

bool ComparedJobs::isComplete() const
{
    return std::all_of(m_jobs.begin(), m_jobs.end(),
        [](const std::unique_ptr<Job> &job) { return job->watch->detail().has_value(); });
}

std::optional<ComparedJobs::Obstacle> ComparedJobs::obstacle() const
{
    const auto found = std::find_if(m_jobs.begin(), m_jobs.end(),
        [](const std::unique_ptr<Job> &job) { return isMissing(job) && !job->isAskedAgain; });
    return found == m_jobs.end() ? std::nullopt : (*found)->obstacle;
}

QStringList ComparedJobs::missing() const
{
    QStringList names;
    for (const auto &job : m_jobs)
        if (isMissing(job))
            names << textOf(job->watch->job());
    return names;
}

// What was seen stays in sight while the service is away.
bool ComparedJobs::isMissing(const std::unique_ptr<Job> &job)
{
    return job->obstacle && !job->watch->detail();
}

} // namespace atelier::ui

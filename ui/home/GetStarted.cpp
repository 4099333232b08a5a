#include "ui/home/GetStarted.h"

#include "ui/shell/WorkspaceSetting.h"
#include "ui/text/Format.h"

#include <algorithm>

namespace atelier::ui {

namespace {

JobFilter completedJobs()
{
    JobFilter filter;
    filter.statuses = {JobStatus::Completed};
    return filter;
}

} // namespace

GetStarted::GetStarted(const Studio &studio, QObject *parent)
    : QObject(parent)
    , m_studio(studio)
    , m_completed(studio.connection, completedJobs())
{
    for (const Step step : steps)
        m_isDone[static_cast<std::size_t>(step)] = studio.settings.value(keyOf(step)).toBool();
    connect(&m_completed, &JobListWatch::changed, this, &GetStarted::readJobs);
    connect(&studio.navigator, &Navigator::placeChanged, this, &GetStarted::look);
}

int GetStarted::doneCount() const
{
    return static_cast<int>(std::count(m_isDone.begin(), m_isDone.end(), true));
}

QString GetStarted::keyOf(Step step) const
{
    return workspaceSetting(
        m_studio.connection.folder(), QStringLiteral("started/%1").arg(static_cast<int>(step)));
}

void GetStarted::finish(Step step)
{
    if (std::exchange(m_isDone[static_cast<std::size_t>(step)], true))
        return;
    m_studio.settings.setValue(keyOf(step), true);
    Q_EMIT changed();
}

void GetStarted::takeMachine(const MachineDescription &machine)
{
    if (!machine.python.version.empty())
        finish(Step::CheckMachine);
}

void GetStarted::setSampleExperiment(const std::string &experiment)
{
    m_sampleExperiment = experiment;
    readJobs();
}

void GetStarted::readJobs()
{
    // Until the sample is known, its jobs would pass for the user's own.
    for (const JobSummary &job : m_completed.jobs()) {
        if (job.type == JobType::Pipeline)
            finish(Step::RunPipeline);
        if (!m_sampleExperiment.empty() && job.experiment != m_sampleExperiment)
            finish(Step::RunOwn);
    }
    Q_EMIT changed();
}

void GetStarted::look(const Address &address)
{
    if (address.page == PageKind::Compare
        && QSet<QString>(address.jobs.begin(), address.jobs.end()).size() > 1)
        finish(Step::CompareJobs);
    if (address.page != PageKind::Job || address.tab != QStringLiteral("metrics") || isDone(Step::SeeMetrics))
        return;
    // The tab may be empty.
    m_studio.connection.jobs().detail(
        address.jobs.value(0).toStdString(), this, [this](const Result<JobDetail> &job) {
            if (job && !job->summary.metrics.empty())
                finish(Step::SeeMetrics);
        });
}

QString GetStarted::measuredJob() const
{
    const auto &jobs = m_completed.jobs();
    const auto found
        = std::find_if(jobs.begin(), jobs.end(), [](const JobSummary &job) { return !job.metrics.empty(); });
    return found == jobs.end() ? QString() : textOf(found->name);
}

QStringList GetStarted::comparableJobs() const
{
    const auto &jobs = m_completed.jobs();
    for (auto one = jobs.begin(); one != jobs.end(); ++one) {
        const auto other = std::find_if(
            one + 1, jobs.end(), [&](const JobSummary &job) { return job.experiment == one->experiment; });
        if (other != jobs.end())
            return {textOf(other->name), textOf(one->name)};
    }
    return {};
}

} // namespace atelier::ui

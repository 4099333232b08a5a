#include "ui/jobs/SecondLine.h"

#include "ui/jobs/JobCells.h"
#include "ui/text/Format.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace atelier::ui {

namespace {

constexpr qsizetype mostParameters = 3;
const QString between = QStringLiteral(" · ");

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SecondLine)
};

QString number(std::int64_t value)
{
    return QLocale().toString(static_cast<qlonglong>(value));
}

template<typename Use>
void forEachParameter(const JobSummary &job, Use use)
{
    for (const auto &[key, value] : job.inputs)
        if (job.parameters.find(key) == job.parameters.end())
            use(key, value);
    for (const auto &[key, value] : job.parameters)
        use(key, value);
}

} // namespace

void SecondLine::learn(const JobRows &jobs)
{
    m_experiments.clear();
    for (const auto &job : jobs) {
        Experiment &experiment = m_experiments[job->experiment];
        forEachParameter(*job, [&](const std::string &key, const std::string &value) {
            const auto [known, isNew] = experiment.parameters.try_emplace(key, Parameter{value, false});
            if (!isNew && known->second.value != value)
                known->second.differs = true;
        });
        if (job->steps && job->status == JobStatus::Completed)
            experiment.lasted[titleOf(*job)].push_back(durationOf(*job, 0).value_or(0));
    }
}

QString SecondLine::of(const JobSummary &job, std::int64_t nowMs) const
{
    if (job.status == JobStatus::Failed && !job.errorSentence.empty())
        return firstLine(job.errorSentence);
    if (!isFinal(job.status) && !job.statusReason.empty())
        return firstLine(job.statusReason);
    if (job.steps && !job.steps->running.empty())
        return runningText(job, nowMs);
    return parametersText(job);
}

QString SecondLine::runningText(const JobSummary &job, std::int64_t nowMs) const
{
    const QString step
        = Words::tr("Step %1 of %2: %3")
              .arg(number(job.steps->completed + 1), number(job.steps->total), textOf(job.steps->running));
    const std::int64_t left = msLeft(job, nowMs);
    return left > 0 ? step + between + Words::tr("about %1 left").arg(durationText(left)) : step;
}

/// By the median of those that went before and took longer than this one has by now.
std::int64_t SecondLine::msLeft(const JobSummary &job, std::int64_t nowMs) const
{
    const auto experiment = m_experiments.find(job.experiment);
    if (experiment == m_experiments.end())
        return 0;
    const auto found = experiment->second.lasted.find(titleOf(job));
    if (found == experiment->second.lasted.end())
        return 0;
    const std::int64_t sofar = durationOf(job, nowMs).value_or(0);
    std::vector<std::int64_t> longer;
    for (const std::int64_t ms : found->second)
        if (ms > sofar)
            longer.push_back(ms);
    if (longer.empty())
        return 0;
    const auto middle = longer.begin() + static_cast<std::ptrdiff_t>(longer.size() / 2);
    std::nth_element(longer.begin(), middle, longer.end());
    return *middle - sofar;
}

QString SecondLine::parametersText(const JobSummary &job) const
{
    QStringList telling;
    QStringList others;
    const auto experiment = m_experiments.find(job.experiment);
    forEachParameter(job, [&](const std::string &key, const std::string &value) {
        bool differs = false;
        if (experiment != m_experiments.end()) {
            const auto known = experiment->second.parameters.find(key);
            differs = known != experiment->second.parameters.end() && known->second.differs;
        }
        (differs ? telling : others) << textOf(key) + u' ' + textOf(value);
    });
    return (telling + others).mid(0, mostParameters).join(between);
}

} // namespace atelier::ui

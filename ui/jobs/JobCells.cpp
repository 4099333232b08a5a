#include "ui/jobs/JobCells.h"

#include "core/system/Clock.h"
#include "ui/jobs/JobStages.h"
#include "ui/text/Format.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace atelier::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(JobCells)
};

QString number(std::int64_t value)
{
    return QLocale().toString(static_cast<qlonglong>(value));
}

QString stepsText(const std::optional<StepProgress> &steps)
{
    if (!steps)
        return {};
    const int total = static_cast<int>(steps->total);
    if (steps->total > 0 && steps->reused == steps->total)
        return Words::tr("%n reused", "steps", total);
    return Words::tr("%n step(s)", nullptr, total);
}

QString iconOf(JobType type)
{
    switch (type) {
    case JobType::Pipeline:
        return QStringLiteral("flow");
    case JobType::Interactive:
        return QStringLiteral("code");
    case JobType::Command:
        break;
    }
    return QStringLiteral("beaker");
}

} // namespace

QString firstLine(const std::string &text)
{
    return textOf(text.substr(0, text.find('\n')));
}

Tone toneOf(const JobSummary &job)
{
    if (job.status == JobStatus::Failed)
        return Tone::Danger;
    const bool isIdle
        = isWaiting(job.status) || job.status == JobStatus::Canceled || job.status == JobStatus::Skipped;
    return isIdle ? Tone::Neutral : Tone::Accent;
}

cell::Name nameCell(const JobSummary &job, const QString &secondLine)
{
    return {textOf(titleOf(job)), secondLine, iconOf(job.type), toneOf(job),
        job.status == JobStatus::Failed ? &Colors::dangerText : &Colors::text3};
}

cell::Bar progressCell(const JobSummary &job)
{
    const auto share = shareDone(job);
    if (job.status == JobStatus::Completed)
        return {{}, stepsText(job.steps)};
    const Tone tone = job.status == JobStatus::Failed ? Tone::Danger
        : isFinal(job.status)                         ? Tone::Neutral
                                                      : Tone::Accent;
    if (!share)
        return {{}, {}};
    return {{share, tone, !isFinal(job.status)}, percentText(*share)};
}

cell::Number durationCell(const JobSummary &job)
{
    const auto duration = durationOf(job, nowMs());
    return {duration ? durationText(*duration) : QString()};
}

cell::Text computeCell(const JobSummary &job)
{
    return {job.compute == "local" ? Words::tr("This machine") : textOf(job.compute)};
}

cell::Number metricValueCell(const JobSummary &job, const std::string &key)
{
    const auto found = job.metrics.find(key);
    return {found == job.metrics.end() ? QString() : metricText(found->second)};
}

cell::Text parameterCell(const JobSummary &job, const std::string &key)
{
    const std::string *value = parameterOf(job, key);
    return {value == nullptr ? QString() : firstLine(*value)};
}

QString tagText(const std::string &key, const std::string &value)
{
    return value.empty() ? textOf(key) : textOf(key) + QStringLiteral(": ") + textOf(value);
}

cell::Tags tagsCell(const JobSummary &job)
{
    QStringList tags;
    for (const auto &[key, value] : job.tags)
        if (key.rfind("mlflow.", 0) != 0)
            tags << tagText(key, value == "true" ? std::string() : value);
    return {tags};
}

QString statesText(const ExperimentSummary &experiment)
{
    QStringList facts;
    const auto add = [&](const QString &words, std::int64_t count) {
        if (count > 0)
            facts << words.arg(number(count));
    };
    add(Words::tr("%1 running"), experiment.running);
    add(Words::tr("%1 queued"), experiment.queued);
    add(Words::tr("%1 failed"), experiment.failed);
    add(Words::tr("%1 canceled"), experiment.canceled);
    add(Words::tr("%1 completed"), experiment.completed);
    return facts.join(QStringLiteral(" · "));
}

QString statesText(const std::vector<ExperimentSummary> &experiments)
{
    ExperimentSummary all;
    for (const ExperimentSummary &one : experiments) {
        all.running += one.running;
        all.queued += one.queued;
        all.failed += one.failed;
        all.canceled += one.canceled;
        all.completed += one.completed;
    }
    return statesText(all);
}

cell::Group groupCell(const ExperimentSummary &experiment, int shown, bool isOpen)
{
    QStringList facts;
    facts << (shown < experiment.jobs && shown > 0
            ? Words::tr("%1 of %n job(s)", nullptr, static_cast<int>(experiment.jobs)).arg(number(shown))
            : Words::tr("%n job(s)", nullptr, static_cast<int>(experiment.jobs)));
    // That all went well needs no words.
    const QString states = statesText(experiment);
    if (experiment.completed < experiment.jobs && !states.isEmpty())
        facts << states;
    QString best;
    if (experiment.best)
        best = Words::tr("Best %1 %2").arg(textOf(experiment.best->key), metricText(experiment.best->value));
    return {textOf(experiment.name), facts.join(QStringLiteral(" · ")), best, isOpen};
}

} // namespace atelier::ui

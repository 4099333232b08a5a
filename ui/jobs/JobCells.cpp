#include "ui/jobs/JobCells.h"

#include "ui/jobs/JobStages.h"
#include "ui/text/Format.h"

#include <QCoreApplication>
#include <QLocale>

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

/// The parameters that make the job different from others, in a line.
QString parametersText(const JobSummary &job)
{
    QStringList parts;
    for (const auto &[key, value] : job.parameters) {
        parts << textOf(key) + u' ' + textOf(value);
        if (parts.size() == 3)
            break;
    }
    return parts.join(QStringLiteral(" · "));
}

QString reasonText(const JobSummary &job)
{
    if (job.status == JobStatus::Failed)
        return firstLine(job.errorSentence);
    if (!isFinal(job.status) && !job.statusReason.empty())
        return firstLine(job.statusReason);
    if (job.steps && !job.steps->running.empty())
        return Words::tr("Step %1 of %2: %3")
            .arg(number(job.steps->finished + 1), number(job.steps->total), textOf(job.steps->running));
    const QString parameters = parametersText(job);
    return parameters.isEmpty() ? textOf(job.experiment) : parameters;
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

cell::Name nameCell(const JobSummary &job)
{
    const bool hasFailed = job.status == JobStatus::Failed;
    const bool isIdle
        = isWaiting(job.status) || job.status == JobStatus::Canceled || job.status == JobStatus::Skipped;
    return {textOf(titleOf(job)), reasonText(job), iconOf(job.type),
        hasFailed    ? Tone::Danger
            : isIdle ? Tone::Neutral
                     : Tone::Accent,
        hasFailed ? &Colors::dangerText : &Colors::text3};
}

cell::Bar progressCell(const JobSummary &job)
{
    const auto share = shareDone(job);
    if (job.status == JobStatus::Completed)
        return {
            {}, job.steps ? Words::tr("%n step(s)", nullptr, static_cast<int>(job.steps->total)) : QString()};
    const Tone tone = job.status == JobStatus::Failed ? Tone::Danger
        : isFinal(job.status)                         ? Tone::Neutral
                                                      : Tone::Accent;
    if (!share)
        return {{}, {}};
    return {{share, tone, !isFinal(job.status)}, percentText(*share)};
}

cell::Tags tagsCell(const JobSummary &job)
{
    QStringList tags;
    for (const auto &[key, value] : job.tags)
        if (key.rfind("mlflow.", 0) != 0)
            tags << (value.empty() || value == "true" ? textOf(key) : textOf(key) + u' ' + textOf(value));
    return {tags};
}

cell::Group groupCell(const ExperimentSummary &experiment, int shown, bool isOpen)
{
    QStringList facts;
    facts << (shown < experiment.jobs && shown > 0
            ? Words::tr("latest %1 of %2").arg(number(shown), number(experiment.jobs))
            : Words::tr("%n job(s)", nullptr, static_cast<int>(experiment.jobs)));
    const std::pair<std::int64_t, const char *> counts[]
        = {{experiment.running, QT_TRANSLATE_NOOP("JobCells", "%1 running")},
            {experiment.queued, QT_TRANSLATE_NOOP("JobCells", "%1 queued")},
            {experiment.failed, QT_TRANSLATE_NOOP("JobCells", "%1 failed")}};
    for (const auto &[count, words] : counts)
        if (count > 0)
            facts << Words::tr(words).arg(number(count));
    QString best;
    if (experiment.best)
        best = Words::tr("Best %1 %2").arg(textOf(experiment.best->key), metricText(experiment.best->value));
    return {textOf(experiment.name), facts.join(QStringLiteral(" · ")), best, isOpen};
}

} // namespace atelier::ui

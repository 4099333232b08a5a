#include "ui/jobs/JobStages.h"

#include "ui/text/Format.h"

#include <QCoreApplication>
#include <QLocale>

namespace atelier::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(JobStages)
};

StateLook done(Tone tone = Tone::Success)
{
    return {{}, tone, Mark::Icon, toneIcon(tone)};
}

StateLook ahead()
{
    return {{}, Tone::Neutral, Mark::Ring, {}};
}

QString runningText(const JobSummary &job, std::int64_t nowMs)
{
    const QString time = durationText(durationOf(job, nowMs).value_or(-1));
    if (!job.steps || isFinal(job.status))
        return time;
    return Words::tr("%1 · %2 of %n step(s)", nullptr, static_cast<int>(job.steps->total))
        .arg(time, QLocale().toString(static_cast<qlonglong>(job.steps->completed)));
}

QString stoppedText(const JobSummary &job, std::int64_t nowMs)
{
    const QString time = durationText(durationOf(job, nowMs).value_or(-1));
    if (!job.steps)
        return Words::tr("stopped after %1").arg(time);
    return Words::tr("stopped after %1 · %2 of %n step(s)", nullptr, static_cast<int>(job.steps->total))
        .arg(time, QLocale().toString(static_cast<qlonglong>(job.steps->completed)));
}

} // namespace

std::optional<double> shareDone(const JobSummary &job)
{
    if (job.status == JobStatus::Completed)
        return 1;
    if (!job.steps || job.steps->total == 0)
        return std::nullopt;
    return static_cast<double>(job.steps->completed) / static_cast<double>(job.steps->total);
}

std::vector<StageLine::Stage> stagesOf(const JobSummary &job, std::int64_t nowMs)
{
    using Stage = StageLine::Stage;
    const bool isOver = isFinal(job.status);
    const bool stoppedShort = job.status == JobStatus::Failed || job.status == JobStatus::Canceled;
    const bool hasStarted = job.startedMs.has_value();
    Stage queued{Words::tr("Queued"),
        durationText((hasStarted ? *job.startedMs : job.endedMs.value_or(nowMs)) - job.createdMs),
        hasStarted ? done() : stateLook(job.status), 1, hasStarted ? 1.0 : 0.0, !hasStarted};
    if (!hasStarted && !job.statusReason.empty())
        queued.time += QStringLiteral(" · ") + textOf(job.statusReason);
    Stage running{Words::tr("Running"), {}, ahead(), 2.2, 0, false};
    if (hasStarted) {
        running.time = runningText(job, nowMs);
        running.look = isOver ? done() : stateLook(JobStatus::Running);
        running.share = isOver ? 1 : shareDone(job).value_or(0);
        running.isCurrent = !isOver;
    }
    if (hasStarted && stoppedShort) {
        running.look = stateLook(job.status);
        running.share = shareDone(job).value_or(1);
        running.isCurrent = true;
        running.time = stoppedText(job, nowMs);
        return {std::move(queued), std::move(running),
            {Words::tr("Ended"), job.endedMs ? ageText(*job.endedMs, nowMs) : QString(), ahead(), .85, 0,
                false}};
    }
    Stage end{Words::tr("Finished"), {}, ahead(), .85, 0, false};
    if (isOver) {
        end.look = stateLook(job.status);
        end.name = end.look.text;
        end.time = job.endedMs ? ageText(*job.endedMs, nowMs) : QString();
        end.isCurrent = true;
    }
    return {std::move(queued), std::move(running), std::move(end)};
}

} // namespace atelier::ui

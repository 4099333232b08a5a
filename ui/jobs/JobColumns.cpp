#include "ui/jobs/JobColumns.h"

#include "ui/jobs/JobCells.h"
#include "ui/theme/Type.h"
#include "ui/widgets/Pill.h"

#include <QCoreApplication>

#include <algorithm>

namespace atelier::ui {

namespace {

using Align = Column::Align;

const QString metricPrefix = QStringLiteral("metric.");
const QString parameterPrefix = QStringLiteral("param.");

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(JobColumns)
};

/// Room for the words of every state, in whichever language.
int stateWidth()
{
    constexpr int least = 116;
    constexpr int padding = 26; // of a cell that is the last one
    constexpr int hundred = 100;
    int widest = 0;
    for (int status = 0; status <= static_cast<int>(JobStatus::Skipped); ++status)
        widest = std::max(widest, pillSize(stateLook(static_cast<JobStatus>(status))).width());
    return std::max(least, widest * hundred / scaled(hundred) + padding);
}

Column jobColumn()
{
    return {Words::tr("Job"), 0, Align::Start, true, 0, QStringLiteral("job")};
}

Column stateColumn()
{
    return {Words::tr("State"), stateWidth(), Align::Start, true, 0, QStringLiteral("state")};
}

Column createdColumn(int width)
{
    return {Words::tr("Created"), width, Align::Start, true, 6, QStringLiteral("created")};
}

Column metricColumn()
{
    return {Words::tr("Primary metric"), 196, Align::Start, false, 8, QStringLiteral("metric")};
}

} // namespace

QList<Column> fewJobColumns()
{
    return {jobColumn(), stateColumn(), metricColumn(), createdColumn(110)};
}

QList<Column> allJobColumns()
{
    return {jobColumn(), stateColumn(),
        {Words::tr("Progress"), 132, Align::Start, false, 7, QStringLiteral("progress")}, createdColumn(94),
        {Words::tr("Duration"), 90, Align::End, true, 5, QStringLiteral("duration")},
        {Words::tr("Experiment"), 130, Align::Start, true, 4, QStringLiteral("experiment")},
        {Words::tr("Compute"), 106, Align::Start, false, 3, QStringLiteral("compute")},
        {Words::tr("User"), 90, Align::Start, false, 2, QStringLiteral("user")}, metricColumn(),
        {Words::tr("Tags"), 136, Align::Start, false, 1, QStringLiteral("tags")}};
}

bool isKeyedColumn(const QString &id)
{
    return id.startsWith(metricPrefix) || id.startsWith(parameterPrefix);
}

Column keyedColumn(const QString &id)
{
    const bool isMetric = id.startsWith(metricPrefix);
    return {id.mid(isMetric ? metricPrefix.size() : parameterPrefix.size()), 110,
        isMetric ? Align::End : Align::Start, true, 0, id};
}

Cell keyedCell(const JobSummary &job, const QString &id)
{
    if (id.startsWith(metricPrefix))
        return metricValueCell(job, id.mid(metricPrefix.size()).toStdString());
    return parameterCell(job, id.mid(parameterPrefix.size()).toStdString());
}

QStringList csvColumnsOf(const QString &id)
{
    if (id == QStringLiteral("job"))
        return {QStringLiteral("name"), QStringLiteral("display_name")};
    if (id == QStringLiteral("state"))
        return {QStringLiteral("status"), QStringLiteral("reason")};
    if (id == QStringLiteral("metric"))
        return {QStringLiteral("primary_metric"), QStringLiteral("primary_value")};
    return {id};
}

} // namespace atelier::ui

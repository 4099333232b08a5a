#include "ui/jobs/MetricLines.h"

namespace atelier::ui {

namespace {

constexpr std::int64_t points = 40; // a line is 60 px wide

} // namespace

MetricLines::MetricLines(WorkspaceConnection &connection, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
{
}

QList<double> MetricLines::pointsOf(const JobSummary &job)
{
    if (!job.primary)
        return {};
    Line &line = m_lines[job.name];
    const bool isKnown = line.isAsked && line.value == job.primary->value;
    if (!isKnown)
        ask(job, line);
    return line.points;
}

bool MetricLines::isLine(const std::string &job) const
{
    if (!m_hasLines)
        return false;
    const auto line = m_lines.find(job);
    return line != m_lines.end() && line->second.points.size() > 1;
}

void MetricLines::ask(const JobSummary &job, Line &line)
{
    line.isAsked = true;
    line.value = job.primary->value;
    m_connection.jobs().history(job.name, job.primary->key, points, this,
        [this, name = job.name](const Result<std::vector<series::Point>> &samples) {
            if (!samples)
                return;
            QList<double> &values = m_lines[name].points;
            values.clear();
            for (const series::Point &sample : *samples)
                values << sample.value;
            m_hasLines |= values.size() > 1;
            Q_EMIT loaded(name);
        });
}

} // namespace atelier::ui

// What a chart says in words: for its remark, its box beside the crosshair, and screen readers.
#include "ui/plot/MetricPlot.h"
#include "ui/plot/PlotReading.h"
#include "ui/text/Format.h"

#include <QStringList>

namespace atelier::ui {

QString MetricPlot::headingAt(double x) const
{
    const QString place = formatX(x, m_frame->view.axis);
    switch (m_frame->view.axis) {
    case series::XAxis::RelativeTime:
        return tr("After %1", "a duration").arg(place);
    case series::XAxis::WallTime:
        return place;
    default:
        return tr("Step %1").arg(place);
    }
}

QString MetricPlot::leftOutText() const
{
    const auto count = [this](series::LeftOut kind) { return static_cast<int>(m_frame->leftOut(kind)); };
    QStringList parts;
    if (const int missing = count(series::LeftOut::NotANumber); missing > 0)
        parts.append(tr("%n NaN", nullptr, missing));
    const int infinite = count(series::LeftOut::PlusInfinity) + count(series::LeftOut::MinusInfinity);
    if (infinite > 0)
        parts.append(tr("%n infinite", nullptr, infinite));
    if (const int low = count(series::LeftOut::NotPositive); low > 0)
        parts.append(tr("%n at or below 0", nullptr, low));
    return parts.join(QStringLiteral(" · "));
}

QString MetricPlot::description() const
{
    if (!m_frame || m_frame->isEmpty())
        return tr("No points yet");
    const PlotGeometry &geometry = m_frame->geometry;
    const series::XAxis axis = m_frame->view.axis;
    QStringList sentences{
        tr("%n series.", nullptr, static_cast<int>(m_frame->lines.size())),
        tr("%1 to %2.", "ends of the horizontal axis")
            .arg(headingAt(geometry.x().from), formatX(geometry.x().to, axis)),
        tr("Values from %1 to %2.").arg(metricText(geometry.y().from), metricText(geometry.y().to)),
    };
    for (const DrawnLine &line : m_frame->lines)
        if (const series::History &history = line.curve->history(); !history.empty())
            sentences.append(tr("%1: last %2.").arg(isolated(line.name), metricText(history.back().value)));
    if (const QString remark = leftOutText(); !remark.isEmpty())
        sentences.append(tr("Not drawn: %1.").arg(remark));
    return sentences.join(QLatin1Char(' '));
}

QString MetricPlot::readingText() const
{
    if (!m_frame || m_frame->isEmpty() || !m_crosshair)
        return {};
    const PlotReading reading = readingAt(*m_frame, *m_crosshair);
    QStringList values;
    for (const PlotReading::Row &row : reading.rows)
        values.append(tr("%1 %2", "name and value").arg(isolated(row.name), metricText(row.value)));
    return tr("%1: %2").arg(headingAt(reading.x), values.join(QStringLiteral(", ")));
}

} // namespace atelier::ui

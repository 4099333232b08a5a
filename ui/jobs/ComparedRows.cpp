#include "ui/jobs/ComparedRows.h"

#include "ui/text/Format.h"

#include <QCoreApplication>

#include <cmath>

namespace atelier::ui {

namespace {

struct RowWords
{
    Q_DECLARE_TR_FUNCTIONS(ComparedRows)
};

ComparedCell metricCell(const MetricComparison::Value &value, std::optional<MetricGoal> goal)
{
    ComparedCell cell;
    cell.text = value.value ? metricText(*value.value) : noFigure();
    cell.share = value.share;
    cell.isBest = value.isBest;
    if (!value.difference || !(*value.difference != 0))
        return cell;
    const QString sign = *value.difference > 0 ? QStringLiteral("+") : QStringLiteral("−");
    cell.difference = sign + metricText(std::abs(*value.difference));
    if (goal)
        cell.differenceColor
            = isBetter(*goal, *value.difference, 0) ? &Colors::successText : &Colors::dangerText;
    return cell;
}

} // namespace

ComparedRows metricRows(const std::vector<MetricComparison> &metrics)
{
    ComparedRows rows;
    for (const MetricComparison &metric : metrics) {
        ComparedRow row{textOf(metric.key), {}, {}};
        if (metric.goal == MetricGoal::Minimize)
            row.note = RowWords::tr("lower is better");
        for (const MetricComparison::Value &value : metric.values)
            row.cells.push_back(metricCell(value, metric.goal));
        rows.push_back(std::move(row));
    }
    return rows;
}

ComparedRows parameterRows(
    const std::vector<ParameterComparison> &parameters, std::size_t baseline, bool isOnlyDifferences)
{
    ComparedRows rows;
    for (const ParameterComparison &parameter : parameters) {
        if (isOnlyDifferences && !parameter.differs())
            continue;
        ComparedRow row{textOf(parameter.name), {}, {}};
        for (const auto &value : parameter.values) {
            ComparedCell cell;
            cell.text = value ? textOf(*value) : noFigure();
            cell.isOther = value != parameter.values[baseline];
            row.cells.push_back(cell);
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace atelier::ui

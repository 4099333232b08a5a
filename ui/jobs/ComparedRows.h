#pragma once

#include "ui/jobs/Comparison.h"
#include "ui/theme/Colors.h"

#include <QString>

#include <optional>
#include <vector>

namespace atelier::ui {

/// What one job has in a row of a comparison, as it is shown.
struct ComparedCell
{
    QString text;
    QString difference; ///< to the baseline's, or ""
    ColorRole differenceColor = &Colors::text2;
    std::optional<double> share; ///< the place on the row's scale, 0 to 1
    bool isBest = false;
    bool isOther = false; ///< than the baseline's, which is neither better nor worse

    bool operator==(const ComparedCell &) const = default;
};

struct ComparedRow
{
    QString name;
    QString note;
    std::vector<ComparedCell> cells; ///< by job

    bool operator==(const ComparedRow &) const = default;
};

using ComparedRows = std::vector<ComparedRow>;

[[nodiscard]] ComparedRows metricRows(const std::vector<MetricComparison> &metrics);
[[nodiscard]] ComparedRows parameterRows(
    const std::vector<ParameterComparison> &parameters, std::size_t baseline, bool isOnlyDifferences);

} // namespace atelier::ui

#pragma once

#include "core/domain/JobSummary.h"
#include "ui/widgets/table/TableModel.h"

namespace atelier::ui {

// The columns of tables of jobs. What was asked for by the user is a metric's, `metric.auc`, or a
// parameter's, `param.rate`.

/// Job, state, primary metric and when it was created.
[[nodiscard]] QList<Column> fewJobColumns();
/// In the order of JobTableModel's.
[[nodiscard]] QList<Column> allJobColumns();

[[nodiscard]] bool isKeyedColumn(const QString &id);
[[nodiscard]] Column keyedColumn(const QString &id);
[[nodiscard]] Cell keyedCell(const JobSummary &job, const QString &id);

/// As comma-separated values name them; the title's and the primary metric's are two each.
[[nodiscard]] QStringList csvColumnsOf(const QString &id);

} // namespace atelier::ui

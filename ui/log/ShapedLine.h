#pragma once

#include "ui/log/LineLook.h"

#include <QTextLayout>

#include <memory>
#include <vector>

namespace atelier::ui {

struct LogMetrics;

/// A line whose letters join, stack or run to the left: laid out as its script wants it, which cells of one
/// width would tear apart. Its rows are the lines of the layout.
[[nodiscard]] std::shared_ptr<QTextLayout> shapedLine(
    const LineCells &cells, const LogMetrics &metrics, const std::vector<ColorRun> &look = {});

} // namespace atelier::ui

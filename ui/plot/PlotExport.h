#pragma once

#include "core/base/Result.h"
#include "ui/plot/PlotScene.h"

#include <QString>

#include <filesystem>

namespace atelier::ui {

enum class PlotFormat { Png, Svg, Csv };

struct PlotDocument
{
    QString title;
    PlotFormat format = PlotFormat::Png;
    std::filesystem::path file;
};

/// Writes a chart with its title and the names of its lines, PNG at twice its size; or, as CSV, every point
/// of its lines. The file is whole or as it was before. Any thread.
[[nodiscard]] Result<void> exportPlot(
    const PlotDocument &document, const PlotScene &scene, const std::vector<DrawnLine> &lines);

} // namespace atelier::ui

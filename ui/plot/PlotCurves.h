#pragma once

#include "ui/plot/PlotScene.h"

#include <map>

namespace atelier::ui {

/// The curves of a chart from one picture to the next, so that new points cost no more than themselves.
class PlotCurves
{
public:
    /// The lines of the scene, their curves brought up to date.
    [[nodiscard]] std::vector<DrawnLine> update(const PlotScene &scene);

private:
    std::map<int, std::shared_ptr<const series::Curve>> m_curves; ///< by PlotLine::id
};

} // namespace atelier::ui

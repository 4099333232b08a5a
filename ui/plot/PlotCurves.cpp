#include "ui/plot/PlotCurves.h"

namespace atelier::ui {

namespace {

series::CurveKind kindFor(const PlotView &view)
{
    const auto domain = view.scale == PlotScale::Logarithmic ? series::Domain::Positive : series::Domain::All;
    return {view.axis, domain, view.smoothing};
}

} // namespace

std::vector<DrawnLine> PlotCurves::update(const PlotScene &scene)
{
    const series::CurveKind kind = kindFor(scene.view);
    std::map<int, std::shared_ptr<const series::Curve>> current;
    std::vector<DrawnLine> drawn;
    for (const PlotLine &line : scene.lines) {
        std::shared_ptr<const series::Curve> &curve = current[line.id];
        curve = m_curves[line.id];
        const bool fits = curve && curve->kind() == kind && curve->size() <= line.history.size();
        if (!fits || curve->size() != line.history.size()) {
            // A new object each time: pictures that were handed out still read the old one.
            auto next = std::make_shared<series::Curve>(fits ? *curve : series::Curve(kind));
            next->update(line.history);
            curve = std::move(next);
        }
        drawn.push_back({line.id, line.name, line.color, curve});
    }
    m_curves = std::move(current);
    return drawn;
}

} // namespace atelier::ui

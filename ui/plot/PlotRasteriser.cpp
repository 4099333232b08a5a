#include "ui/plot/PlotRasteriser.h"

namespace atelier::ui {

void PlotRasteriser::draw(const PlotScene &scene)
{
    Q_EMIT drawn(std::make_shared<const PlotFrame>(drawFrame(scene, m_curves.update(scene))));
}

void PlotRasteriser::exportTo(const PlotDocument &document, const PlotScene &scene)
{
    const Result<void> written = exportPlot(document, scene, m_curves.update(scene));
    if (written)
        Q_EMIT exported(QString::fromStdString(document.file.string()));
    else
        Q_EMIT exportFailed(QString::fromStdString(written.error().sentence));
}

} // namespace atelier::ui

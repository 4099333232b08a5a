#include "ui/plot/PlotRasteriser.h"

#include "ui/widgets/FileDialogs.h"

namespace atelier::ui {

void PlotRasteriser::draw(const PlotScene &scene)
{
    Q_EMIT drawn(std::make_shared<const PlotFrame>(drawFrame(scene, m_curves.update(scene))));
}

void PlotRasteriser::exportTo(const PlotDocument &document, const PlotScene &scene)
{
    const Result<void> written = exportPlot(document, scene, m_curves.update(scene));
    const QString file = QString::fromStdString(document.file.string());
    if (written)
        Q_EMIT exported(file);
    else
        Q_EMIT exportFailed(unsavedReason(file, written.error()));
}

} // namespace atelier::ui

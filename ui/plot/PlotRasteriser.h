#pragma once

#include "ui/plot/PlotCurves.h"
#include "ui/plot/PlotExport.h"
#include "ui/plot/PlotFrame.h"

#include <QObject>

namespace atelier::ui {

/// Draws the pictures of one chart; lives on the RasterThread and answers by signals.
class PlotRasteriser : public QObject
{
    Q_OBJECT

public:
    void draw(const PlotScene &scene);
    void exportTo(const PlotDocument &document, const PlotScene &scene);

Q_SIGNALS:
    void drawn(const std::shared_ptr<const atelier::ui::PlotFrame> &frame);
    void exported(const QString &file);
    void exportFailed(const QString &sentence);

private:
    PlotCurves m_curves;
};

} // namespace atelier::ui

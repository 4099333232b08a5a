#pragma once

#include "ui/plot/MetricPlot.h"
#include "ui/widgets/Card.h"

class QAction;
class QMenu;

namespace atelier::ui {

class IconButton;
class TextLabel;

/// A chart of one metric with its name, its last value and what can be done with it.
class PlotCard : public Card
{
    Q_OBJECT

public:
    PlotCard(RasterThread &raster, const QString &metric, QWidget *parent = nullptr);

    [[nodiscard]] MetricPlot &plot() { return *m_plot; }
    /// As wide as the chart wants to be, however long the name is.
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void expandRequested();
    void exported(const QString &file);
    void exportFailed(const QString &sentence);

private:
    void layOut();
    void fillMenu();
    void addExport(QMenu &menu, const QString &text, PlotFormat format);
    void askForFile(PlotFormat format);
    void followView();
    void followValue();

    QString m_metric;
    MetricPlot *m_plot;
    TextLabel *m_value;
    IconButton *m_expand;
    IconButton *m_more;
    QAction *m_logAxis = nullptr;
    QAction *m_resetZoom = nullptr;
};

} // namespace atelier::ui

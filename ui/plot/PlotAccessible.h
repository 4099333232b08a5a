#pragma once

#include <QAccessibleWidget>

namespace atelier::ui {

class MetricPlot;

/// A MetricPlot for screen readers: a chart whose description tells its content and whose value what stands
/// at the crosshair.
class PlotAccessible : public QAccessibleWidget
{
public:
    explicit PlotAccessible(MetricPlot &plot);

    /// Makes Qt use this class; again does nothing.
    static void install();
    /// The crosshair has moved by the keyboard.
    static void announce(MetricPlot &plot);

    [[nodiscard]] QString text(QAccessible::Text text) const override;

private:
    const MetricPlot &m_plot;
};

} // namespace atelier::ui

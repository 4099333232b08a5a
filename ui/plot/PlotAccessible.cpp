#include "ui/plot/PlotAccessible.h"

#include "ui/plot/MetricPlot.h"
#include "ui/widgets/AccessibleClass.h"

namespace atelier::ui {

PlotAccessible::PlotAccessible(MetricPlot &plot)
    : QAccessibleWidget(&plot, QAccessible::Chart)
    , m_plot(plot)
{
}

void PlotAccessible::install()
{
    installAccessible<MetricPlot, PlotAccessible>();
}

void PlotAccessible::announce(MetricPlot &plot)
{
    // Qt 6.4 cannot have a text read out; a changed description of what has the focus is read by screen
    // readers.
    QAccessibleValueChangeEvent value(&plot, plot.readingText());
    QAccessible::updateAccessibility(&value);
    QAccessibleEvent description(&plot, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&description);
}

QString PlotAccessible::text(QAccessible::Text text) const
{
    if (text == QAccessible::Value)
        return m_plot.readingText();
    if (text != QAccessible::Description)
        return QAccessibleWidget::text(text);
    const QString reading = m_plot.readingText();
    return reading.isEmpty() ? m_plot.description() : reading + QLatin1Char('\n') + m_plot.description();
}

} // namespace atelier::ui

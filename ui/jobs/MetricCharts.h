#pragma once

#include "core/client/JobCalls.h"
#include "ui/plot/PlotView.h"
#include "ui/plot/RasterThread.h"
#include "ui/shell/Studio.h"

#include <QWidget>

#include <map>
#include <optional>
#include <string>
#include <vector>

class QGridLayout;
class QSlider;

namespace atelier::ui {

class PlotCard;
class SearchField;
class Segmented;
class TextLabel;

/// A chart for each metric, two in a row, below the tools for all of them; the crosshair moves in all.
class MetricCharts : public QWidget
{
    Q_OBJECT

public:
    /// Whether a metric of which every line has a single value gets a chart too, behind the others.
    enum class SingleValues { Shown, Hidden };

    MetricCharts(const Studio &studio, SingleValues singles, QWidget *parent = nullptr);
    ~MetricCharts() override;

    struct Line
    {
        std::string id;
        QString name;
        std::optional<int> color; ///< index of a chart colour; nothing takes the next one of that chart
    };
    void append(const std::string &metric, const Line &line, const series::History &points);
    /// To be called after the last of what came together.
    void arrange();
    void clear();
    /// Takes back the points of all lines whose ids begin so, for others that follow at once: the charts stay
    /// as they are. arrange() hides those to which none came.
    void takeBack(const std::string &beginning);

Q_SIGNALS:
    /// How many there are, whether they match the filter or not.
    void countChanged(int charts);

private:
    struct ChartLine
    {
        int number = 0; ///< in the plot
        std::size_t points = 0;
    };
    struct Chart
    {
        PlotCard *card = nullptr;
        std::map<std::string, ChartLine> lines; ///< by id

        [[nodiscard]] bool hasMoreThan(std::size_t points) const; ///< in any line
    };

    QWidget *makeTools();
    PlotCard *cardOf(const std::string &metric);
    void connectCard(PlotCard &card, const std::string &metric);
    /// Those that match: first those with lines, then single values; the metric that tells most first.
    [[nodiscard]] std::vector<std::string> shownMetrics() const;
    void applyAxis();
    void applySmoothing();
    void moveCrosshair(const std::optional<double> &x);

    const Studio m_studio;
    const SingleValues m_singles;
    RasterThread m_raster;
    std::map<std::string, Chart> m_charts; ///< by metric
    std::vector<std::string> m_shown;
    std::string m_expanded; ///< the one that is shown large
    SearchField *m_search;
    Segmented *m_axis;
    QSlider *m_smoothing;
    TextLabel *m_smoothingText;
    QGridLayout *m_grid;
};

} // namespace atelier::ui

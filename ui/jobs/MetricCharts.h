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
class SingleValues;
class TextLabel;

/// A chart for each metric, two in a row, below the tools for all of them; the crosshair moves in all. Below
/// them what is no line: single values.
class MetricCharts : public QWidget
{
    Q_OBJECT

public:
    /// Whether metrics that have a single value, in each job or step, are there too.
    enum class Singles { Shown, Hidden };

    MetricCharts(const Studio &studio, Singles singles, QWidget *parent = nullptr);
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
    /// How many metrics there are, whether they match the filter or not.
    void countChanged(int metrics);

private:
    enum class Kind { Line, Single };
    struct ChartLine
    {
        int number = 0; ///< in the plot
        QString name;
        std::size_t points = 0;
        series::Point last{}; ///< where there are any
    };
    struct Chart
    {
        PlotCard *card = nullptr; ///< hidden while it has no line
        std::map<std::string, ChartLine> lines; ///< by id

        [[nodiscard]] bool isOf(Kind kind) const; ///< no point at all is of neither
    };

    QWidget *makeTools();
    QWidget *makeLineTools(QWidget *parent);
    PlotCard *cardOf(const std::string &metric);
    void connectCard(PlotCard &card, const std::string &metric);
    /// Those that the filter lets through, the one that tells most first.
    [[nodiscard]] std::vector<std::string> matching(Kind kind) const;
    [[nodiscard]] int count(Kind kind) const; ///< whether they match or not
    void arrangeLines();
    void showSingles();
    void applyAxis();
    void applySmoothing();
    void moveCrosshair(const std::optional<double> &x);

    const Studio m_studio;
    RasterThread m_raster;
    std::map<std::string, Chart> m_charts; ///< by metric
    std::vector<std::string> m_shown; ///< as charts
    std::string m_expanded; ///< the one that is shown large
    SingleValues *m_singles; ///< none where they are hidden
    SearchField *m_search;
    QWidget *m_lineTools = nullptr; ///< what only lines need
    Segmented *m_axis;
    QSlider *m_smoothing;
    TextLabel *m_smoothingText;
    QGridLayout *m_grid;
};

} // namespace atelier::ui

#pragma once

#include "core/client/MetricFeed.h"
#include "ui/jobs/JobTab.h"
#include "ui/plot/PlotView.h"
#include "ui/plot/RasterThread.h"
#include "ui/shell/Studio.h"

#include <map>
#include <memory>
#include <vector>

class QGridLayout;
class QSlider;

namespace atelier::ui {

class PlotCard;
class SearchField;
class Segmented;
class TextLabel;

/// A chart for each metric of a job, and of all steps of a pipeline; the crosshair moves in all of them.
class MetricsTab : public JobTab
{
    Q_OBJECT

public:
    explicit MetricsTab(const Studio &studio, QWidget *parent = nullptr);
    ~MetricsTab() override;

    void showJob(const JobDetail &job) override;
    void setInFront(bool isInFront) override;

private:
    QWidget *makeTools();
    void clear();
    void take(const MetricPoints &points);
    void append(const MetricSeries &series);
    PlotCard *cardOf(const std::string &key);
    /// Those that match: first those with lines, then single values; the metric that tells most first.
    [[nodiscard]] std::vector<std::string> shownMetrics() const;
    void arrange();
    void applyAxis();
    void applySmoothing();
    void moveCrosshair(const std::optional<double> &x);

    struct Chart
    {
        PlotCard *card = nullptr;
        std::map<std::string, int> lines; ///< by job
        std::size_t points = 0;
    };

    const Studio m_studio;
    RasterThread m_raster;
    std::string m_job;
    bool m_isInFront = false;
    std::unique_ptr<MetricFeed> m_feed;
    std::map<std::string, Chart> m_charts; ///< by metric
    std::string m_expanded; ///< the one that is shown large
    SearchField *m_search;
    Segmented *m_axis;
    QSlider *m_smoothing;
    TextLabel *m_smoothingText;
    QWidget *m_body;
    QGridLayout *m_grid;
    QWidget *m_empty;
};

} // namespace atelier::ui

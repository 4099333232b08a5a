#pragma once

#include "ui/plot/PlotExport.h"
#include "ui/plot/PlotFrame.h"

#include <QTimer>
#include <QWidget>

#include <optional>
#include <span>

namespace atelier::ui {

class PlotRasteriser;
class RasterThread;

/// The values of a metric over time, one line for each run. A worker draws the picture from snapshots that
/// share the points; the GUI thread only shows it and draws the crosshair. Drag or wheel (with Ctrl, or when
/// focused) zooms in x, Shift and drag in both, double click or 0 shows all. It never mirrors.
class MetricPlot : public QWidget
{
    Q_OBJECT

public:
    explicit MetricPlot(RasterThread &raster, QWidget *parent = nullptr);
    ~MetricPlot() override;

    /// A line with that index of the theme's chart colours; answers its number. The first twelve are visible.
    int addSeries(const QString &name, int color);
    /// Costs little however many there are where the line has none yet: it shares them.
    void append(int line, const series::History &points);
    void append(int line, std::span<const series::Point> points);
    void clearSeries(int line); ///< its points; the line keeps its number, its colour and its place
    void setSeriesVisible(int line, bool visible);

    void setAxis(series::XAxis axis); ///< ends the zoom, which was in other units
    void setScale(PlotScale scale);
    void setSmoothing(double weight); ///< kept within 0 and largestSmoothing
    /// Nothing shows all; so does a range that is empty or, on a logarithmic scale, not above 0.
    void zoomTo(const std::optional<series::Range> &x, const std::optional<series::Range> &y = {});
    void resetZoom();
    /// Answers by `exported` or `exportFailed`.
    void exportTo(const PlotDocument &document);

    [[nodiscard]] const PlotView &view() const { return m_view; }
    [[nodiscard]] bool isZoomed() const { return m_view.x || m_view.y; }
    [[nodiscard]] int seriesCount() const { return static_cast<int>(m_lines.size()); }
    [[nodiscard]] bool isSeriesVisible(int line) const;
    [[nodiscard]] std::optional<double> lastValue() const; ///< of the first visible line with points
    [[nodiscard]] std::optional<double> crosshair() const { return m_crosshair; }
    /// The picture that is shown; null before the first.
    [[nodiscard]] const std::shared_ptr<const PlotFrame> &frame() const { return m_frame; }
    /// True when nothing is to be drawn that was not; a chart out of sight waits with it.
    [[nodiscard]] bool isUpToDate() const;
    /// Its series, their last values and the ranges of both axes in words.
    [[nodiscard]] QString description() const;
    /// What stands at the crosshair in words; empty without one.
    [[nodiscard]] QString readingText() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

public Q_SLOTS:
    /// As another chart's crosshair says; not repeated by crosshairMoved.
    void showCrosshair(const std::optional<double> &x);

Q_SIGNALS:
    void crosshairMoved(const std::optional<double> &x);
    void viewChanged();
    void drawn();
    void exported(const QString &file);
    void exportFailed(const QString &sentence);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    struct Line
    {
        PlotLine line;
        bool visible = true;
    };
    struct Drag
    {
        QPointF from;
        QPointF to;
        bool bothAxes = false;
    };

    void connectRasteriser();
    void noteGrown(const Line &line);
    void setView(const PlotView &view);
    void refresh();
    void takeFrame(const std::shared_ptr<const PlotFrame> &frame);
    [[nodiscard]] PlotScene scene() const;

    void paintOverlay(QPainter &painter) const;
    [[nodiscard]] QString headingAt(double x) const;
    [[nodiscard]] QString leftOutText() const;

    void moveCrosshair(const std::optional<double> &x);
    void stepCrosshair(int key);
    void zoomBy(double factor, double center);
    void moveBy(double share);
    void zoomToDrag();
    [[nodiscard]] QRectF dragBox() const;

    PlotRasteriser *m_rasteriser; ///< on the RasterThread
    std::vector<Line> m_lines;
    int m_nextId = 0; ///< of a line's points, so that curves of points that are gone are not gone on with
    PlotView m_view;
    std::shared_ptr<const PlotFrame> m_frame;
    std::optional<double> m_crosshair;
    std::optional<Drag> m_drag;
    QTimer m_pace; ///< runs while new points wait for the next picture
    bool m_isDrawing = false; ///< a scene is on its way
    bool m_isStale = false; ///< another must follow
};

} // namespace atelier::ui

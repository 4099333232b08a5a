#include "ui/plot/MetricPlot.h"

#include "ui/plot/PlotAccessible.h"
#include "ui/plot/PlotOverlay.h"
#include "ui/plot/PlotRasteriser.h"
#include "ui/plot/RasterThread.h"
#include "ui/theme/Colors.h"
#include "ui/theme/Draw.h"
#include "ui/theme/Type.h"

#include <QPainter>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace atelier::ui {

namespace {

constexpr std::size_t visibleAtFirst = 12;
constexpr std::chrono::milliseconds pace{100};

} // namespace

MetricPlot::MetricPlot(RasterThread &raster, QWidget *parent)
    : QWidget(parent)
    , m_rasteriser(new PlotRasteriser)
{
    raster.take(*m_rasteriser);
    connectRasteriser();
    m_pace.setSingleShot(true);
    m_pace.setInterval(pace);
    connect(&m_pace, &QTimer::timeout, this, &MetricPlot::refresh);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    PlotAccessible::install();
}

MetricPlot::~MetricPlot()
{
    m_rasteriser->deleteLater();
}

void MetricPlot::connectRasteriser()
{
    connect(m_rasteriser, &PlotRasteriser::drawn, this, &MetricPlot::takeFrame);
    connect(m_rasteriser, &PlotRasteriser::exported, this, &MetricPlot::exported);
    connect(m_rasteriser, &PlotRasteriser::exportFailed, this, &MetricPlot::exportFailed);
}

int MetricPlot::addSeries(const QString &name, int color)
{
    m_lines.push_back({{m_nextId++, name, color, {}}, m_lines.size() < visibleAtFirst});
    return static_cast<int>(m_lines.size()) - 1;
}

void MetricPlot::append(int line, const series::History &points)
{
    Line &grown = m_lines.at(static_cast<std::size_t>(line));
    if (grown.line.history.empty())
        grown.line.history = points;
    else
        grown.line.history.append(points);
    noteGrown(grown);
}

void MetricPlot::append(int line, std::span<const series::Point> points)
{
    Line &grown = m_lines.at(static_cast<std::size_t>(line));
    grown.line.history.append(points);
    noteGrown(grown);
}

void MetricPlot::noteGrown(const Line &line)
{
    if (line.visible && !m_pace.isActive())
        m_pace.start();
}

void MetricPlot::clearSeries(int line)
{
    PlotLine &cleared = m_lines.at(static_cast<std::size_t>(line)).line;
    cleared.id = m_nextId++;
    cleared.history = {};
    m_pace.start();
}

void MetricPlot::setSeriesVisible(int line, bool visible)
{
    m_lines.at(static_cast<std::size_t>(line)).visible = visible;
    refresh();
}

void MetricPlot::setAxis(series::XAxis axis)
{
    PlotView view = m_view;
    view.axis = axis;
    if (axis != m_view.axis) {
        view.x.reset();
        showCrosshair(std::nullopt);
    }
    setView(view);
}

void MetricPlot::setScale(PlotScale scale)
{
    PlotView view = m_view;
    view.scale = scale;
    if (scale != m_view.scale)
        view.y.reset();
    setView(view);
}

void MetricPlot::setSmoothing(double weight)
{
    PlotView view = m_view;
    view.smoothing = std::clamp(weight, 0.0, largestSmoothing);
    setView(view);
}

void MetricPlot::zoomTo(const std::optional<series::Range> &x, const std::optional<series::Range> &y)
{
    PlotView view = m_view;
    const bool isLog = m_view.scale == PlotScale::Logarithmic;
    view.x = x && !x->isEmpty() ? x : std::nullopt;
    view.y = y && !y->isEmpty() && (!isLog || y->from > 0) ? y : std::nullopt;
    setView(view);
}

void MetricPlot::resetZoom()
{
    zoomTo(std::nullopt, std::nullopt);
}

void MetricPlot::exportTo(const PlotDocument &document)
{
    PlotRasteriser *rasteriser = m_rasteriser;
    QMetaObject::invokeMethod(
        rasteriser, [rasteriser, document, shown = scene()] { rasteriser->exportTo(document, shown); },
        Qt::QueuedConnection);
}

bool MetricPlot::isSeriesVisible(int line) const
{
    return m_lines.at(static_cast<std::size_t>(line)).visible;
}

std::optional<double> MetricPlot::lastValue() const
{
    for (const Line &line : m_lines)
        if (line.visible && !line.line.history.empty())
            return line.line.history.back().value;
    return std::nullopt;
}

QSize MetricPlot::sizeHint() const
{
    return {scaled(460), scaled(190)};
}

QSize MetricPlot::minimumSizeHint() const
{
    return {scaled(180), scaled(110)};
}

void MetricPlot::showCrosshair(const std::optional<double> &x)
{
    if (m_crosshair == x)
        return;
    m_crosshair = x;
    update();
}

void MetricPlot::setView(const PlotView &view)
{
    if (view == m_view)
        return;
    m_view = view;
    refresh();
    Q_EMIT viewChanged();
}

void MetricPlot::refresh()
{
    m_isStale = true;
    // Out of sight it waits for its next paint event.
    if (m_isDrawing || visibleRegion().isEmpty())
        return;
    m_isStale = false;
    m_isDrawing = true;
    PlotRasteriser *rasteriser = m_rasteriser;
    QMetaObject::invokeMethod(
        rasteriser, [rasteriser, shown = scene()] { rasteriser->draw(shown); }, Qt::QueuedConnection);
}

void MetricPlot::takeFrame(const std::shared_ptr<const PlotFrame> &frame)
{
    m_isDrawing = false;
    m_frame = frame;
    update();
    if (m_isStale)
        refresh();
    Q_EMIT drawn();
}

PlotScene MetricPlot::scene() const
{
    PlotScene scene;
    for (const Line &line : m_lines)
        if (line.visible)
            scene.lines.push_back(line.line);
    scene.view = m_view;
    scene.look = plotLook();
    scene.size = size();
    scene.pixelRatio = devicePixelRatioF();
    return scene;
}

bool MetricPlot::isUpToDate() const
{
    if (m_isStale || m_isDrawing || m_pace.isActive() || !m_frame)
        return false;
    const QSizeF shown = QSizeF(m_frame->image.size()) / m_frame->image.devicePixelRatio();
    const bool fits = std::abs(shown.width() - width()) < 1 && std::abs(shown.height() - height()) < 1;
    return fits && m_frame->geometry.pixelRatio() == devicePixelRatioF() && m_frame->look == plotLook();
}

void MetricPlot::paintEvent(QPaintEvent * /*event*/)
{
    if (!m_isDrawing && !m_pace.isActive() && !isUpToDate())
        refresh();
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LeftToRight);
    painter.fillRect(rect(), colors().surface);
    if (m_frame)
        painter.drawImage(QPointF(), m_frame->image);
    paintOverlay(painter);
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        drawFocusRing(painter, QRectF(rect()).adjusted(2, 0, -2, -2), controlRadius);
}

void MetricPlot::paintOverlay(QPainter &painter) const
{
    if (!m_frame || m_frame->isEmpty()) {
        painter.setPen(colors().text3);
        painter.setFont(ui::font(TextStyle::Caption));
        painter.drawText(rect(), Qt::AlignCenter, tr("No points yet"));
        return;
    }
    if (const QString remark = leftOutText(); !remark.isEmpty())
        drawRemark(painter, m_frame->geometry.area(), remark);
    if (m_drag)
        return drawSelection(painter, dragBox());
    if (!m_crosshair || !m_frame->geometry.x().contains(*m_crosshair))
        return;
    const PlotReading reading = readingAt(*m_frame, *m_crosshair);
    drawCrosshair(painter, *m_frame, reading);
    if (reading.rows.empty())
        return;
    const std::size_t rows = reading.rows.size();
    const auto hidden = static_cast<int>(rows - readingRows(*m_frame, rows));
    drawReading(painter, *m_frame, reading,
        {headingAt(reading.x), hidden > 0 ? tr("+ %n more", "lines", hidden) : QString()});
}

} // namespace atelier::ui

#include "ui/plot/PlotExport.h"

#include "core/series/Csv.h"
#include "core/system/File.h"
#include "ui/plot/PlotLegend.h"
#include "ui/plot/PlotPainter.h"

#include <QBuffer>
#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <QSvgGenerator>

#include <cmath>

namespace atelier::ui {

namespace {

constexpr double titleHeight = 40;
constexpr double legendStart = 16;
constexpr double legendTop = 8;
constexpr double legendBottom = 14;
constexpr double pngRatio = 2;

/// A chart between its title and the names of its lines.
class Sheet
{
public:
    Sheet(const QString &title, const PlotScene &scene, const std::vector<DrawnLine> &lines)
        : m_title(title)
        , m_scene(scene)
        , m_lines(lines)
        , m_legend(scene.look, lines, scene.size.width() - 2 * legendStart)
    {
    }

    [[nodiscard]] QSize size() const
    {
        const double height
            = titleHeight + m_scene.size.height() + legendTop + m_legend.height() + legendBottom;
        return {static_cast<int>(std::ceil(m_scene.size.width())), static_cast<int>(std::ceil(height))};
    }

    void draw(QPainter &painter, PlotTarget target) const
    {
        painter.setLayoutDirection(Qt::LeftToRight);
        painter.fillRect(QRectF(QPointF(), QSizeF(size())), m_scene.look.surface);
        const double width = m_scene.size.width() - 2 * legendStart;
        painter.setPen(m_scene.look.text);
        painter.setFont(m_scene.look.titleFont);
        painter.drawText(QRectF(legendStart, 0, width, titleHeight), Qt::AlignLeft | Qt::AlignVCenter,
            QFontMetricsF(m_scene.look.titleFont).elidedText(m_title, Qt::ElideMiddle, width));
        m_legend.draw(painter, {legendStart, titleHeight + m_scene.size.height() + legendTop});
        painter.translate(0, titleHeight);
        const PlotGeometry geometry(m_scene, m_lines);
        PlotPainter plot(painter, m_scene.look, geometry, target);
        plot.drawAxes();
        plot.drawLines(m_lines, m_scene.view.smoothing);
        plot.drawLeftOut(m_lines);
    }

private:
    const QString &m_title;
    const PlotScene &m_scene;
    const std::vector<DrawnLine> &m_lines;
    PlotLegend m_legend;
};

QByteArray png(const Sheet &sheet)
{
    QImage image(sheet.size() * pngRatio, QImage::Format_RGB32);
    image.setDevicePixelRatio(pngRatio);
    QPainter painter(&image);
    sheet.draw(painter, PlotTarget::Pixels);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

QByteArray svg(const QString &title, const Sheet &sheet)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setTitle(title);
    generator.setSize(sheet.size());
    generator.setViewBox(QRect(QPoint(), sheet.size()));
    QPainter painter(&generator);
    sheet.draw(painter, PlotTarget::Vectors);
    painter.end();
    return bytes;
}

std::string csv(const PlotScene &scene)
{
    std::vector<series::NamedHistory> histories;
    for (const PlotLine &line : scene.lines)
        histories.push_back({line.name.toStdString(), line.history});
    return series::toCsv(histories);
}

std::string bytesOf(const PlotDocument &document, const PlotScene &scene, const std::vector<DrawnLine> &lines)
{
    if (document.format == PlotFormat::Csv)
        return csv(scene);
    PlotScene shown = scene;
    shown.pixelRatio = document.format == PlotFormat::Png ? pngRatio : 1;
    const Sheet sheet(document.title, shown, lines);
    return (document.format == PlotFormat::Png ? png(sheet) : svg(document.title, sheet)).toStdString();
}

} // namespace

Result<void> exportPlot(
    const PlotDocument &document, const PlotScene &scene, const std::vector<DrawnLine> &lines)
{
    constexpr mode_t forOthersToRead = 0644;
    return durableWrite(document.file, bytesOf(document, scene, lines), forOthersToRead);
}

} // namespace atelier::ui

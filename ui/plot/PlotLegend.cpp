#include "ui/plot/PlotLegend.h"

#include "ui/plot/PlotPainter.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace atelier::ui {

namespace {

constexpr double swatch = 9;
constexpr double swatchGap = 6;
constexpr double entryGap = 16;
constexpr double widestName = 220;
constexpr double rowGap = 4;

} // namespace

PlotLegend::PlotLegend(const PlotLook &look, const std::vector<DrawnLine> &lines, double width)
    : m_look(look)
{
    const QFontMetricsF metrics(look.legendFont);
    m_rowHeight = metrics.height() + rowGap;
    QPointF place;
    for (const DrawnLine &line : lines) {
        const QString text = metrics.elidedText(line.name, Qt::ElideMiddle, widestName);
        const double wide = swatch + swatchGap + metrics.horizontalAdvance(text);
        if (place.x() > 0 && place.x() + wide > width)
            place = {0, place.y() + m_rowHeight};
        m_entries.push_back({place, text, lineLook(look, line.color)});
        place.rx() += wide + entryGap;
    }
}

double PlotLegend::height() const
{
    return m_entries.empty() ? 0 : m_entries.back().place.y() + m_rowHeight;
}

void PlotLegend::draw(QPainter &painter, QPointF origin) const
{
    painter.setFont(m_look.legendFont);
    for (const Entry &entry : m_entries) {
        const QPointF corner = origin + entry.place;
        drawSwatch(
            painter, {corner.x(), corner.y() + (m_rowHeight - swatch) / 2, swatch, swatch}, entry.look);
        painter.setPen(m_look.text2);
        painter.drawText(QRectF(corner.x() + swatch + swatchGap, corner.y(), 2 * widestName, m_rowHeight),
            Qt::AlignLeft | Qt::AlignVCenter, entry.text);
    }
}

} // namespace atelier::ui

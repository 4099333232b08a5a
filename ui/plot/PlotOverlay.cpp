#include "ui/plot/PlotOverlay.h"

#include "ui/plot/PlotPainter.h"
#include "ui/text/Format.h"
#include "ui/theme/Colors.h"
#include "ui/theme/Draw.h"
#include "ui/theme/Type.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace atelier::ui {

namespace {

constexpr double padding = 10;
constexpr double swatch = 8;
constexpr double swatchGap = 7;
constexpr double valueGap = 20;
constexpr double widestName = 180;
constexpr double distance = 12; // of the box from the crosshair

double topOfBox(const PlotFrame &frame)
{
    constexpr double margin = 4;
    return frame.geometry.area().top() + margin;
}

double rowHeight()
{
    constexpr double leading = 4;
    return QFontMetricsF(font(TextStyle::Caption)).height() + leading;
}

/// Sizes of the box beside the crosshair.
class ReadingBox
{
public:
    ReadingBox(const PlotReading &reading, const ReadingWords &words, std::size_t rows)
        : m_reading(reading)
        , m_words(words)
        , m_rows(rows)
        , m_headingFont(font(TextStyle::CaptionStrong))
        , m_nameFont(font(TextStyle::Caption))
        , m_rowHeight(rowHeight())
    {
        const QFontMetricsF names(m_nameFont);
        double nameWidth = 0;
        for (std::size_t i = 0; i < m_rows; ++i) {
            const PlotReading::Row &row = reading.rows[i];
            nameWidth = std::max(nameWidth, std::min(widestName, names.horizontalAdvance(row.name)));
            m_valueWidth = std::max(m_valueWidth, names.horizontalAdvance(valueText(row)));
        }
        const double row = swatch + swatchGap + nameWidth + valueGap + m_valueWidth;
        const double heading = QFontMetricsF(m_headingFont).horizontalAdvance(words.heading);
        m_width = std::ceil(std::max({row, heading, names.horizontalAdvance(words.more)}) + 2 * padding);
    }

    [[nodiscard]] QSizeF size() const
    {
        const std::size_t rows = m_rows + 1 + (m_words.more.isEmpty() ? 0 : 1);
        return {m_width, std::ceil(static_cast<double>(rows) * m_rowHeight + 2 * padding - 4)};
    }

    void draw(QPainter &painter, const QRectF &box, const PlotLook &look) const
    {
        const Colors &c = colors();
        drawShadow(painter, box, cardRadius, Elevation::Toast);
        drawBox(painter, box, cardRadius, c.raised, c.stroke);
        QRectF line(box.left() + padding, box.top() + padding - 2, box.width() - 2 * padding, m_rowHeight);
        drawText(painter, line, Qt::AlignLeft, m_words.heading, c.text2, m_headingFont);
        for (std::size_t i = 0; i < m_rows; ++i) {
            line.translate(0, m_rowHeight);
            drawRow(painter, line, m_reading.rows[i], look);
        }
        drawText(painter, line.translated(0, m_rowHeight), Qt::AlignLeft, m_words.more, c.text3, m_nameFont);
    }

private:
    static QString valueText(const PlotReading::Row &row) { return metricText(row.value); }

    static void drawText(QPainter &painter, const QRectF &line, Qt::Alignment alignment, const QString &text,
        const QColor &color, const QFont &font)
    {
        painter.setFont(font);
        painter.setPen(color);
        painter.drawText(line, static_cast<int>(alignment | Qt::AlignVCenter), text);
    }

    void drawRow(
        QPainter &painter, const QRectF &line, const PlotReading::Row &row, const PlotLook &look) const
    {
        const Colors &c = colors();
        drawSwatch(painter, {line.left(), line.center().y() - swatch / 2, swatch, swatch},
            lineLook(look, row.color));
        const QRectF name = line.adjusted(swatch + swatchGap, 0, -m_valueWidth - valueGap, 0);
        drawText(painter, name, Qt::AlignLeft,
            QFontMetricsF(m_nameFont).elidedText(row.name, Qt::ElideMiddle, name.width()), c.text2,
            m_nameFont);
        drawText(painter, line, Qt::AlignRight, valueText(row), c.text, m_nameFont);
    }

    const PlotReading &m_reading;
    const ReadingWords &m_words;
    std::size_t m_rows;
    QFont m_headingFont;
    QFont m_nameFont;
    double m_rowHeight;
    double m_valueWidth = 0;
    double m_width = 0;
};

} // namespace

std::size_t readingRows(const PlotFrame &frame, std::size_t lines)
{
    constexpr std::size_t most = 12;
    const double height = frame.image.height() / frame.image.devicePixelRatio();
    const double room = (height - topOfBox(frame) - 2 * padding) / rowHeight() - 1; // less the heading
    const auto fitting = static_cast<std::size_t>(std::max(1.0, room));
    if (lines <= std::min(most, fitting))
        return lines;
    return std::min(most, std::max<std::size_t>(fitting, 2) - 1); // less the row for the rest
}

void drawCrosshair(QPainter &painter, const PlotFrame &frame, const PlotReading &reading)
{
    constexpr double dot = 4;
    constexpr double ring = 1.5;
    const QRectF &area = frame.geometry.area();
    const double left = frame.geometry.onPixel(frame.geometry.left(reading.x));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    QPen pen(colors().text3, 1);
    pen.setDashPattern({4, 3});
    painter.setPen(pen);
    painter.drawLine(QLineF(left, area.top(), left, area.bottom()));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors().surface, ring));
    // The lowest value last, as in the order of the box.
    for (const PlotReading::Row &row : reading.rows) {
        const double top = frame.geometry.top(row.value);
        if (!std::isfinite(top) || top < area.top() - dot || top > area.bottom() + dot)
            continue;
        painter.setBrush(lineLook(frame.look, row.color).color);
        painter.drawEllipse(QPointF(left, top), dot, dot);
    }
    painter.restore();
}

void drawReading(
    QPainter &painter, const PlotFrame &frame, const PlotReading &reading, const ReadingWords &words)
{
    const ReadingBox box(reading, words, readingRows(frame, reading.rows.size()));
    const QRectF &area = frame.geometry.area();
    const double crosshair = frame.geometry.left(reading.x);
    QRectF place(QPointF(crosshair + distance, topOfBox(frame)), box.size());
    if (place.right() > area.right())
        place.moveRight(crosshair - distance);
    if (place.left() < 0)
        place.moveLeft(2);
    place.moveLeft(frame.geometry.onPixel(place.left()));
    box.draw(painter, place, frame.look);
}

void drawSelection(QPainter &painter, const QRectF &box)
{
    drawBox(painter, box, 0, colors().accentSubtle, colors().accentStroke);
}

void drawRemark(QPainter &painter, const QRectF &area, const QString &text)
{
    constexpr double margin = 4;
    const QFont small = font(TextStyle::Micro);
    const QFontMetricsF metrics(small);
    const QString shown = metrics.elidedText(text, Qt::ElideRight, area.width() - 2 * margin);
    const QSizeF size(metrics.horizontalAdvance(shown) + 2 * margin, metrics.height());
    constexpr double belowMarks = 9;
    const QRectF box(QPointF(area.right() - size.width(), area.top() + belowMarks), size);
    painter.fillRect(box, withAlpha(colors().surface, 0.85));
    painter.setFont(small);
    painter.setPen(colors().text2);
    painter.drawText(box, Qt::AlignCenter, shown);
}

} // namespace atelier::ui

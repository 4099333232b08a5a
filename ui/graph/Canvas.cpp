#include "ui/graph/Canvas.h"

#include "ui/theme/Colors.h"

#include <QPainter>
#include <QPixmapCache>

#include <cmath>

using Qt::Literals::StringLiterals::operator""_s;

namespace atelier::ui {

namespace {

constexpr double dotDistance = 20;
constexpr double leastDistance = 14;
constexpr double mostDistance = 40;
constexpr double gridDotRadius = 1.15;

QPixmap dotTile(int side, double ratio)
{
    const QColor &color = colors().grid;
    const QString key = u"atelier-dots %1 %2 %3"_s.arg(side).arg(ratio).arg(color.rgba());
    QPixmap tile;
    if (QPixmapCache::find(key, &tile))
        return tile;
    tile = QPixmap(side, side);
    tile.fill(Qt::transparent);
    QPainter painter(&tile);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(QPointF(side / 2.0, side / 2.0), gridDotRadius * ratio, gridDotRadius * ratio);
    painter.end();
    tile.setDevicePixelRatio(ratio);
    QPixmapCache::insert(key, tile);
    return tile;
}

} // namespace

double canvasScale()
{
    constexpr int fine = 1000;
    return scaled(fine) / static_cast<double>(fine);
}

QFont canvasFont(TextStyle style)
{
    QFont result = font(style);
    result.setPixelSize(static_cast<int>(std::lround(result.pixelSize() / canvasScale())));
    return result;
}

void paintCanvasIcon(
    QPainter &painter, QStringView name, const QRectF &box, const QColor &color, IconShape shape)
{
    const QRectF onDevice = painter.worldTransform().mapRect(box);
    painter.setWorldMatrixEnabled(false);
    paintIcon(painter, name, onDevice, color, shape);
    painter.setWorldMatrixEnabled(true);
}

void paintDots(QPainter &painter, const QRect &area, const QPointF &origin, double scale)
{
    double distance = dotDistance * scale;
    while (distance < leastDistance)
        distance *= 2;
    while (distance > mostDistance)
        distance /= 2;
    const double ratio = painter.device()->devicePixelRatio();
    const int side = static_cast<int>(std::lround(distance * ratio));
    const double step = side / ratio;
    const auto within = [step](double offset) { return offset - std::floor(offset / step) * step; };
    painter.drawTiledPixmap(
        area, dotTile(side, ratio), QPointF(within(area.x() - origin.x()), within(area.y() - origin.y())));
}

} // namespace atelier::ui

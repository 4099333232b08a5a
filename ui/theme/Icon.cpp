#include "ui/theme/Icon.h"

#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <algorithm>
#include <cmath>

using Qt::Literals::StringLiterals::operator""_s;

// Outside of any namespace, as the macro wants it.
static void initIconResource()
{
    Q_INIT_RESOURCE(icons);
}

namespace atelier::ui {

namespace {

struct Drawing
{
    QString name;
    int px; ///< in logical pixels
    QColor color;
    qreal ratio; ///< device pixels in one
    IconShape shape;
};

QString fileName(QStringView name, int grid, IconShape shape)
{
    const auto suffix = shape == IconShape::Filled ? u"filled"_s : u"regular"_s;
    return u":/icons/%1_%2_%3.svg"_s.arg(name).arg(grid).arg(suffix);
}

// Some icons exist on one grid only, and some have no filled twin.
QString fileFor(QStringView name, int px, IconShape shape)
{
    initIconResource();
    constexpr int largestOfSmallGrid = 17;
    const int fitting = px <= largestOfSmallGrid ? 16 : 20;
    for (const IconShape wanted : {shape, IconShape::Outline})
        for (const int grid : {fitting, 36 - fitting})
            if (const QString file = fileName(name, grid, wanted); QFile::exists(file))
                return file;
    return {};
}

QPixmap render(const Drawing &drawing)
{
    const QString file = fileFor(drawing.name, drawing.px, drawing.shape);
    Q_ASSERT_X(!file.isEmpty(), "icon missing in icons.txt", qPrintable(drawing.name));
    const int side = static_cast<int>(std::lround(drawing.px * drawing.ratio));
    QPixmap pixmap(side, side);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    QSvgRenderer(file).render(&painter, QRectF(0, 0, side, side));
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), drawing.color);
    painter.end();
    pixmap.setDevicePixelRatio(drawing.ratio);
    return pixmap;
}

QPixmap pixmapOf(const Drawing &drawing)
{
    const QString key = u"atelier-icon %1 %2 %3 %4 %5"_s.arg(drawing.name)
                            .arg(drawing.px)
                            .arg(drawing.color.rgba())
                            .arg(drawing.ratio)
                            .arg(static_cast<int>(drawing.shape));
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = render(drawing);
        QPixmapCache::insert(key, pixmap);
    }
    return pixmap;
}

class IconEngine : public QIconEngine
{
public:
    IconEngine(QString name, ColorRole tint)
        : m_name(std::move(name))
        , m_tint(tint)
    {
    }

    void paint(QPainter *painter, const QRect &box, QIcon::Mode mode, QIcon::State state) override
    {
        paintIcon(*painter, m_name, box, color(mode, state), shape(state));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    // The size comes in device pixels.
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal ratio) override
    {
        const int px = static_cast<int>(std::lround(std::min(size.width(), size.height()) / ratio));
        return pixmapOf({m_name, px, color(mode, state), ratio, shape(state)});
    }

    [[nodiscard]] QIconEngine *clone() const override { return new IconEngine(*this); }
    [[nodiscard]] QString key() const override { return u"atelier"_s; }

private:
    [[nodiscard]] static IconShape shape(QIcon::State state)
    {
        return state == QIcon::On ? IconShape::Filled : IconShape::Outline;
    }

    [[nodiscard]] QColor color(QIcon::Mode mode, QIcon::State state) const
    {
        if (mode == QIcon::Disabled)
            return colors().disabled;
        if (m_tint != &Colors::text2)
            return colors().*m_tint;
        if (state == QIcon::On)
            return colors().accentText;
        return mode == QIcon::Normal ? colors().text2 : colors().text;
    }

    QString m_name;
    ColorRole m_tint;
};

} // namespace

QIcon icon(QStringView name, ColorRole tint)
{
    Q_ASSERT_X(hasIcon(name), "icon missing in icons.txt", qPrintable(name.toString()));
    return QIcon(new IconEngine(name.toString(), tint));
}

void paintIcon(QPainter &painter, QStringView name, const QRectF &box, const QColor &color, IconShape shape)
{
    const int px = static_cast<int>(std::lround(std::min(box.width(), box.height())));
    const qreal ratio = painter.device()->devicePixelRatio();
    const QPointF corner = box.center() - QPointF(px / 2.0, px / 2.0);
    // On whole device pixels, or the drawing is smeared over two.
    const QPointF crisp(std::floor(corner.x() * ratio) / ratio, std::floor(corner.y() * ratio) / ratio);
    painter.drawPixmap(crisp, pixmapOf({name.toString(), px, color, ratio, shape}));
}

bool hasIcon(QStringView name)
{
    return !fileFor(name, 20, IconShape::Outline).isEmpty();
}

} // namespace atelier::ui

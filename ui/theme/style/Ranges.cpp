#include "ui/theme/Colors.h"
#include "ui/theme/Draw.h"
#include "ui/theme/style/Families.h"

#include <algorithm>

namespace atelier::ui::style {

namespace {

constexpr int shortestScroll = 32;
constexpr int handleSide = 18;
constexpr double trackHeight = 4;

bool isHorizontal(const QStyleOptionSlider &option)
{
    return option.orientation == Qt::Horizontal;
}

// From an offset and a length along the bar to a rectangle.
QRect along(const QStyleOptionSlider &bar, int offset, int length)
{
    const QRect &r = bar.rect;
    const QRect box = isHorizontal(bar) ? QRect(r.x() + offset, r.y(), length, r.height())
                                        : QRect(r.x(), r.y() + offset, r.width(), length);
    return QStyle::visualRect(bar.direction, r, box);
}

QRect scrollRect(QStyle::SubControl part, const QStyleOptionSlider &bar)
{
    const int length = isHorizontal(bar) ? bar.rect.width() : bar.rect.height();
    const qint64 range = static_cast<qint64>(bar.maximum) - bar.minimum;
    const qint64 share
        = range > 0 ? static_cast<qint64>(bar.pageStep) * length / (range + bar.pageStep) : length;
    const int slider = std::min(length, std::max(shortestScroll, static_cast<int>(share)));
    const int offset = QStyle::sliderPositionFromValue(
        bar.minimum, bar.maximum, bar.sliderPosition, length - slider, bar.upsideDown);
    switch (part) {
    case QStyle::SC_ScrollBarSlider:
        return along(bar, offset, slider);
    case QStyle::SC_ScrollBarSubPage:
        return along(bar, 0, offset);
    case QStyle::SC_ScrollBarAddPage:
        return along(bar, offset + slider, length - offset - slider);
    case QStyle::SC_ScrollBarGroove:
        return bar.rect;
    default:
        return {};
    }
}

QRect handleRect(const QStyleOptionSlider &slider)
{
    const int length = isHorizontal(slider) ? slider.rect.width() : slider.rect.height();
    const int offset = QStyle::sliderPositionFromValue(
        slider.minimum, slider.maximum, slider.sliderPosition, length - handleSide, slider.upsideDown);
    QRect handle(0, 0, handleSide, handleSide);
    handle.moveCenter(slider.rect.center());
    if (isHorizontal(slider))
        handle.moveLeft(slider.rect.x() + offset);
    else
        handle.moveTop(slider.rect.y() + offset);
    return handle;
}

bool drawScrollBar(const Paint &paint)
{
    const auto *bar = paint.as<QStyleOptionSlider>();
    if (bar == nullptr)
        return false;
    if (bar->maximum <= bar->minimum)
        return true;
    const QRectF slider = scrollRect(QStyle::SC_ScrollBarSlider, *bar);
    const double width = paint.hovered() ? 6 : 5;
    const QRectF thumb = isHorizontal(*bar) ? centered(slider, slider.width() - 4, width)
                                            : centered(slider, width, slider.height() - 4);
    const double opacity = paint.pressed() ? 0.75 : paint.hovered() ? 0.55 : 0.30;
    drawBox(paint.painter, thumb, width / 2, withAlpha(colors().text3, opacity));
    return true;
}

QRectF trackOf(const QStyleOptionSlider &slider)
{
    const QRectF r = slider.rect;
    return isHorizontal(slider) ? centered(r, r.width() - 8, trackHeight)
                                : centered(r, trackHeight, r.height() - 8);
}

// The part of the track that stands for the value.
QRectF filledTrack(const QStyleOptionSlider &slider, QRectF track, const QRectF &handle)
{
    if (!isHorizontal(slider))
        track.setTop(handle.center().y());
    else if (slider.upsideDown)
        track.setLeft(handle.center().x());
    else
        track.setRight(handle.center().x());
    return track;
}

bool drawSlider(const Paint &paint)
{
    const auto *slider = paint.as<QStyleOptionSlider>();
    if (slider == nullptr)
        return false;
    const Colors &c = colors();
    const QRectF handle = handleRect(*slider);
    const QRectF track = trackOf(*slider);
    const QColor fill = paint.enabled() ? c.accentStroke : c.disabled;
    drawBox(paint.painter, track, trackHeight / 2, c.stroke);
    drawBox(paint.painter, filledTrack(*slider, track, handle), trackHeight / 2, fill);
    drawBox(paint.painter, handle.adjusted(1, 1, -1, -1), handleSide / 2.0,
        paint.enabled() ? c.knob : c.stroke, fill, paint.hovered() ? 3 : 2);
    if (paint.focused())
        drawFocusRing(paint.painter, handle.adjusted(-2, -2, 2, 2), handleSide);
    return true;
}

QRectF progressTrack(const Paint &paint)
{
    return centered(paint.option.rect, paint.option.rect.width(), trackHeight);
}

bool drawProgress(const Paint &paint)
{
    const auto *bar = paint.as<QStyleOptionProgressBar>();
    if (bar == nullptr || bar->maximum <= bar->minimum)
        return bar != nullptr;
    QRectF done = progressTrack(paint);
    done.setWidth(done.width() * (bar->progress - bar->minimum) / (bar->maximum - bar->minimum));
    if (paint.mirrored())
        done.moveRight(bar->rect.right() + 1);
    drawBox(paint.painter, done, trackHeight / 2, colors().accentStroke);
    return true;
}

} // namespace

bool drawRange(QStyle::ControlElement element, const Paint &paint)
{
    switch (element) {
    case QStyle::CE_ProgressBarGroove:
        drawBox(paint.painter, progressTrack(paint), trackHeight / 2, colors().pressed);
        return true;
    case QStyle::CE_ProgressBarContents:
        return drawProgress(paint);
    case QStyle::CE_ProgressBarLabel:
        return true;
    default:
        return false;
    }
}

bool drawRange(QStyle::ComplexControl control, const Paint &paint)
{
    if (control == QStyle::CC_ScrollBar)
        return drawScrollBar(paint);
    return control == QStyle::CC_Slider && drawSlider(paint);
}

std::optional<QRect> rangeRect(
    QStyle::ComplexControl control, QStyle::SubControl part, const QStyleOptionComplex &option)
{
    const auto *range = qstyleoption_cast<const QStyleOptionSlider *>(&option);
    if (range == nullptr)
        return std::nullopt;
    if (control == QStyle::CC_ScrollBar)
        return scrollRect(part, *range);
    if (control == QStyle::CC_Slider && part == QStyle::SC_SliderHandle)
        return handleRect(*range);
    return std::nullopt;
}

} // namespace atelier::ui::style

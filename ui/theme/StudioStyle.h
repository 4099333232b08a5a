#pragma once

#include "ui/theme/style/PopupCorners.h"

#include <QProxyStyle>

namespace atelier::ui {

/// Fusion painted with our tokens. There is no application style sheet: palettes, fonts and this style keep
/// working, and a theme switch is one change of palette. Each family of controls is painted in a file of its
/// own below style/.
class StudioStyle : public QProxyStyle
{
    Q_OBJECT

public:
    StudioStyle();

    using QProxyStyle::polish;
    void polish(QWidget *widget) override;

    [[nodiscard]] int pixelMetric(
        PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
        QStyleHintReturn *returned) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
        const QWidget *widget) const override;
    [[nodiscard]] QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option,
        SubControl part, const QWidget *widget) const override;
    [[nodiscard]] QRect subElementRect(
        SubElement element, const QStyleOption *option, const QWidget *widget) const override;

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
        const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
        const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
        const QWidget *widget) const override;

private:
    style::PopupCorners m_corners;
};

} // namespace atelier::ui

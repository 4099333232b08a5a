#pragma once

#include <QColor>
#include <QFont>

#include <array>

namespace atelier::ui {

/// How a line is interrupted: with more lines than colours, the second dozen is dashed and the third
/// dash-dot.
enum class Dash { Solid, Dashed, DashDot };

struct LineLook
{
    QColor color;
    Dash dash = Dash::Solid;
};

/// The colours and fonts of a chart as values, because the theme may only be asked on the GUI thread.
struct PlotLook
{
    QColor surface;
    QColor grid;
    QColor axis;
    QColor text;
    QColor text2;
    std::array<QColor, 12> chart;
    QFont axisFont;
    QFont legendFont;
    QFont titleFont;

    bool operator==(const PlotLook &) const = default;
};

/// The look of the theme in force; GUI thread.
[[nodiscard]] PlotLook plotLook();

/// Of the series with that index of colour.
[[nodiscard]] LineLook lineLook(const PlotLook &look, int color);

} // namespace atelier::ui

#include "ui/plot/PlotLook.h"

#include "ui/theme/Colors.h"
#include "ui/theme/Type.h"

namespace atelier::ui {

PlotLook plotLook()
{
    const Colors &c = colors();
    return {c.surface, c.chartGrid, c.chartAxis, c.text, c.text2, c.chart, font(TextStyle::Micro),
        font(TextStyle::Caption), font(TextStyle::BodyStrong)};
}

LineLook lineLook(const PlotLook &look, int color)
{
    constexpr int dashes = 3;
    const auto index = static_cast<std::size_t>(color);
    return {look.chart[index % look.chart.size()],
        static_cast<Dash>(static_cast<int>(index / look.chart.size()) % dashes)};
}

} // namespace atelier::ui

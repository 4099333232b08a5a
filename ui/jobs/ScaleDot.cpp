#include "ui/jobs/ScaleDot.h"

#include "ui/theme/Colors.h"
#include "ui/theme/Draw.h"

#include <QPainter>

namespace atelier::ui {

namespace {

constexpr double dot = 10;
constexpr double line = 4;

} // namespace

QColor seriesColor(int series)
{
    const auto &palette = colors().chart;
    return palette[static_cast<std::size_t>(series) % palette.size()];
}

ScaleDot::ScaleDot(int series, std::optional<double> share, QWidget *parent)
    : QWidget(parent)
    , m_series(series)
    , m_share(share)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void ScaleDot::paintEvent(QPaintEvent *)
{
    if (!m_share)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double middle = height() / 2.0;
    drawBox(painter, QRectF(0, middle - line / 2, width(), line), line / 2, colors().hover);
    const double share = layoutDirection() == Qt::RightToLeft ? 1 - *m_share : *m_share;
    drawBox(
        painter, QRectF(share * (width() - dot), middle - dot / 2, dot, dot), dot / 2, seriesColor(m_series));
}

} // namespace atelier::ui

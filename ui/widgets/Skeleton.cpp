#include "ui/widgets/Skeleton.h"

#include "ui/theme/Colors.h"
#include "ui/theme/Draw.h"
#include "ui/theme/Type.h"

#include <QPainter>
#include <QStyle>

#include <array>

namespace atelier::ui {

namespace {

constexpr int delayMs = 250;
constexpr int padding = 16;
constexpr double barHeight = 9;
// Where bars begin and end, as parts of the width; the first grows and shrinks from row to row.
constexpr double firstEnd = 0.30;
constexpr std::array<double, 4> wobble{0, -0.06, 0.03, -0.10};
struct Bar
{
    double start;
    double end;
};
constexpr std::array<Bar, 3> bars{{{0.42, 0.52}, {0.60, 0.74}, {0.84, 0.97}}};

} // namespace

Skeleton::Skeleton(int rowHeight, QWidget *parent)
    : QWidget(parent)
    , m_rowHeight(rowHeight)
{
    setAccessibleName(tr("Loading"));
    m_delay.setSingleShot(true);
    m_delay.setInterval(delayMs);
    connect(&m_delay, &QTimer::timeout, this, [this] {
        m_shown = true;
        update();
    });
}

void Skeleton::paintEvent(QPaintEvent * /*event*/)
{
    if (!m_shown)
        return;
    QPainter painter(this);
    const int row = scaled(m_rowHeight);
    const double room = width() - 2 * padding;
    for (int y = 0, index = 0; y < height(); y += row, ++index) {
        const auto bar = [&](double start, double end) {
            const QRect box(padding + static_cast<int>(room * start),
                y + static_cast<int>((row - barHeight) / 2), static_cast<int>(room * (end - start)),
                static_cast<int>(barHeight));
            drawBox(painter, QStyle::visualRect(layoutDirection(), rect(), box), tagRadius, colors().pressed);
        };
        bar(0, firstEnd + wobble[static_cast<std::size_t>(index) % wobble.size()]);
        for (const Bar &part : bars)
            bar(part.start, part.end);
        painter.fillRect(QRect(0, y + row - 1, width(), 1), colors().strokeSubtle);
    }
}

void Skeleton::showEvent(QShowEvent *event)
{
    m_delay.start();
    QWidget::showEvent(event);
}

void Skeleton::hideEvent(QHideEvent *event)
{
    m_delay.stop();
    m_shown = false;
    QWidget::hideEvent(event);
}

} // namespace atelier::ui

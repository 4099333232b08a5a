#include "ui/widgets/Spinner.h"

#include "ui/theme/Draw.h"
#include "ui/theme/Motion.h"
#include "ui/widgets/AccessibleRole.h"
#include "ui/widgets/Ticker.h"

#include <QIconEngine>
#include <QPainter>

#include <cmath>

namespace atelier::ui {

namespace {

constexpr std::chrono::milliseconds turn{900};
constexpr double strokeWidth = 1.8;
constexpr int degree = 16; // QPainter's own unit
constexpr int arcDegrees = 110;
constexpr double ringOpacity = 0.22;

class SpinnerEngine : public QIconEngine
{
public:
    explicit SpinnerEngine(ColorRole color)
        : m_color(color)
    {
    }

    void paint(QPainter *painter, const QRect &box, QIcon::Mode /*mode*/, QIcon::State /*state*/) override
    {
        drawSpinner(*painter, QRectF(box).adjusted(1, 1, -1, -1), colors().*m_color);
    }

    [[nodiscard]] QIconEngine *clone() const override { return new SpinnerEngine(*this); }

private:
    ColorRole m_color;
};

} // namespace

Spinner::Spinner(int px, QWidget *parent)
    : QWidget(parent)
{
    setFixedSize(px, px);
    setAccessibleRole(*this, QAccessible::ProgressBar);
    setAccessibleName(tr("Busy"));
    (new Ticker(*this))->setRunning(true);
}

void Spinner::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    drawSpinner(painter, QRectF(rect()).adjusted(1, 1, -1, -1), colors().accentText);
}

void drawSpinner(QPainter &painter, const QRectF &box, const QColor &color)
{
    const QRectF circle = box.adjusted(1, 1, -1, -1);
    const int start = -static_cast<int>(std::lround(motionPhase(turn) * 360 * degree));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(withAlpha(color, ringOpacity), strokeWidth));
    painter.drawEllipse(circle);
    painter.setPen(QPen(color, strokeWidth, Qt::SolidLine, Qt::RoundCap));
    painter.drawArc(circle, start, arcDegrees * degree);
    painter.restore();
}

QIcon spinnerIcon(ColorRole color)
{
    return QIcon(new SpinnerEngine(color));
}

} // namespace atelier::ui

#include "ui/widgets/ProgressBar.h"

#include "ui/theme/Draw.h"
#include "ui/theme/Motion.h"
#include "ui/widgets/AccessibleRole.h"
#include "ui/widgets/Ticker.h"

#include <QLinearGradient>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace atelier::ui {

namespace {

constexpr std::chrono::milliseconds sweep{1600};
constexpr double lightHalf = 0.25; // of the done part
constexpr double wanderer = 0.3; // of the bar, where the end is unknown

QRectF donePart(const QRectF &box, const Progress &progress, Qt::LayoutDirection direction)
{
    const double share = progress.share ? std::clamp(*progress.share, 0.0, 1.0) : wanderer;
    double start = progress.share ? 0 : (1 - wanderer) * motionPhase(sweep);
    if (direction == Qt::RightToLeft)
        start = 1 - share - start;
    return {box.x() + box.width() * start, box.y(), box.width() * share, box.height()};
}

// The light comes in from before the start and leaves beyond the end.
QLinearGradient light(const QRectF &done, Qt::LayoutDirection direction)
{
    double at = motionPhase(sweep) * (1 + 2 * lightHalf) - lightHalf;
    if (direction == Qt::RightToLeft)
        at = 1 - at;
    QLinearGradient gradient(
        done.x() + done.width() * (at - lightHalf), 0, done.x() + done.width() * (at + lightHalf), 0);
    gradient.setColorAt(0, withAlpha(colors().sheen, 0));
    gradient.setColorAt(0.5, colors().sheen);
    gradient.setColorAt(1, withAlpha(colors().sheen, 0));
    return gradient;
}

} // namespace

ProgressBar::ProgressBar(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
    , m_ticker(new Ticker(*this))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleRole(*this, QAccessible::ProgressBar);
    setProgress({});
}

void ProgressBar::setProgress(const Progress &progress)
{
    m_progress = progress;
    m_ticker->setRunning(progress.live || !progress.share);
    setAccessibleName(progress.share ? tr("%1: %2 %", "name of a progress and per cent")
                                           .arg(m_name)
                                           .arg(std::lround(*progress.share * 100))
                                     : m_name);
    update();
}

void ProgressBar::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    drawProgress(painter, rect(), m_progress, layoutDirection());
}

void drawProgress(
    QPainter &painter, const QRectF &box, const Progress &progress, Qt::LayoutDirection direction)
{
    const double radius = box.height() / 2;
    const QRectF done = donePart(box, progress, direction);
    drawBox(painter, box, radius, colors().pressed);
    if (done.width() <= 0)
        return;
    // A first per cent is a dot, not a sliver that is narrower than it is high.
    QRectF shown = done;
    shown.setWidth(std::max(done.width(), box.height()));
    if (direction == Qt::RightToLeft)
        shown.moveRight(done.right());
    drawBox(painter, shown, radius, solidColor(progress.tone));
    if (progress.live)
        drawBox(painter, shown, radius, light(done, direction));
}

} // namespace atelier::ui

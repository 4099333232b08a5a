#include "ui/widgets/StateLook.h"

#include "ui/theme/Icon.h"
#include "ui/widgets/Spinner.h"

#include <QCoreApplication>
#include <QPainter>

using Qt::Literals::StringLiterals::operator""_s;

namespace atelier::ui {

namespace {

constexpr double dotSide = 7;
constexpr double ringSide = 6.4;
constexpr double ringWidth = 1.6;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(JobStatus)
};

QRectF middle(const QRectF &box, double side)
{
    return {box.center().x() - side / 2, box.center().y() - side / 2, side, side};
}

} // namespace

StateLook stateLook(JobStatus status)
{
    switch (status) {
    case JobStatus::NotStarted:
        return {Words::tr("Not started"), Tone::Neutral, Mark::Ring};
    case JobStatus::Queued:
        return {Words::tr("Queued"), Tone::Neutral, Mark::Icon, u"clock"_s};
    case JobStatus::Starting:
        return {Words::tr("Starting"), Tone::Info, Mark::Spinner};
    case JobStatus::Running:
        return {Words::tr("Running"), Tone::Accent, Mark::Spinner};
    case JobStatus::CancelRequested:
        return {Words::tr("Canceling"), Tone::Neutral, Mark::Spinner};
    case JobStatus::Completed:
        return {Words::tr("Completed"), Tone::Success, Mark::Icon, u"checkmark_circle"_s};
    case JobStatus::Failed:
        return {Words::tr("Failed"), Tone::Danger, Mark::Icon, u"error_circle"_s};
    case JobStatus::Canceled:
        return {Words::tr("Canceled"), Tone::Neutral, Mark::Icon, u"prohibited"_s};
    case JobStatus::Skipped:
        return {Words::tr("Skipped"), Tone::Neutral, Mark::Icon, u"arrow_step_over"_s};
    }
    Q_UNREACHABLE();
}

StateLook reusedLook()
{
    return {Words::tr("Reused"), Tone::Neutral, Mark::Icon, u"arrow_sync"_s};
}

QString toneIcon(Tone tone)
{
    switch (tone) {
    case Tone::Success:
        return u"checkmark_circle"_s;
    case Tone::Warning:
        return u"warning"_s;
    case Tone::Danger:
        return u"error_circle"_s;
    default:
        return u"info"_s;
    }
}

void drawMark(QPainter &painter, const QRectF &box, const StateLook &look, const QColor &color)
{
    if (look.mark == Mark::Icon) {
        paintIcon(painter, look.icon, box, color, IconShape::Filled);
        return;
    }
    if (look.mark == Mark::Spinner) {
        drawSpinner(painter, box, color);
        return;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const bool dot = look.mark == Mark::Dot;
    painter.setPen(dot ? QPen(Qt::NoPen) : QPen(color, ringWidth));
    painter.setBrush(dot ? QBrush(color) : QBrush(Qt::NoBrush));
    painter.drawEllipse(middle(box, dot ? dotSide : ringSide));
    painter.restore();
}

} // namespace atelier::ui

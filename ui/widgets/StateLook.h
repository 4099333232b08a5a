#pragma once

#include "core/domain/JobStatus.h"
#include "ui/theme/Tone.h"

#include <QString>

class QPainter;
class QRectF;

namespace atelier::ui {

enum class Mark { Icon, Dot, Ring, Spinner };

/// How a state is shown everywhere: words, colour and sign.
struct StateLook
{
    QString text;
    Tone tone = Tone::Neutral;
    Mark mark = Mark::Icon;
    QString icon = {}; ///< for Mark::Icon
};

/// The one table of how a job's states look.
[[nodiscard]] StateLook stateLook(JobStatus status);

/// How a step looks that took over an earlier job's results instead of running.
[[nodiscard]] StateLook reusedLook();

/// The icon that goes with a tone in banners, toasts and checks.
[[nodiscard]] QString toneIcon(Tone tone);

/// Paints the sign alone.
void drawMark(QPainter &painter, const QRectF &box, const StateLook &look, const QColor &color);

} // namespace atelier::ui

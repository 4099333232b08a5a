#pragma once

#include "core/base/Result.h"
#include "ui/theme/Theme.h"

#include <QString>
#include <QStringList>

namespace atelier::studio {

/// What the window was started with.
struct Arguments
{
    bool gallery = false;
    bool help = false;
    QString picture; ///< where to write the gallery as a PNG instead of showing it
    QString page;
    ui::Scheme scheme = ui::Scheme::System;
    double textScale = 1.0;
    double pixelScale = 1.0; ///< device pixels in one, for pictures
    bool mirrored = false;
};

[[nodiscard]] Result<Arguments> readArguments(const QStringList &words);
[[nodiscard]] QString helpText();

} // namespace atelier::studio

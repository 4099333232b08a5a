#pragma once

#include "core/base/Result.h"
#include "ui/theme/Theme.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>

namespace atelier::studio {

/// What the window was started with.
struct Arguments
{
    bool gallery = false;
    bool help = false;
    bool headless = false; ///< runs the sample on the terminal and writes a picture of its page
    QString workspace; ///< the one to open; "" for the last one, or the sample
    QString picture; ///< where to write the window as a PNG instead of showing it
    QString page; ///< of the gallery or of the window
    QString job; ///< whose page to show
    QString tab; ///< of that page
    QString file; ///< of that job
    QString filter; ///< of the list of jobs, or of that file
    std::optional<ui::Scheme> scheme; ///< in the place of what is kept
    std::optional<double> textScale; ///< the same
    QString language; ///< the same; "" for what is kept
    QSize size{1440, 900}; ///< of the window in a picture
    double pixelScale = 1.0; ///< device pixels in one, for pictures
    bool mirrored = false;
};

[[nodiscard]] Result<Arguments> readArguments(const QStringList &words);
[[nodiscard]] QString helpText();

} // namespace atelier::studio

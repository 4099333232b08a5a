#pragma once

#include <QFont>

namespace atelier::ui {

/// The ramp: 11/400, 11/500, 12/400, 12/600, 13/400, 13/500, 13/600, 15/600, 20/600, 24/600, 28/600 and
/// 12/400 in the code font; pixels at 100 % and weight.
enum class TextStyle {
    Micro,
    MicroStrong,
    Caption,
    CaptionStrong,
    Body,
    BodyMedium,
    BodyStrong,
    Subtitle,
    Title,
    Metric,
    Display,
    Code,
};

/// The font of a style at the text scale in force.
[[nodiscard]] QFont font(TextStyle style);

/// A length that grows with the text: pixels at 100 % times the text scale in force.
[[nodiscard]] int scaled(int px);

} // namespace atelier::ui

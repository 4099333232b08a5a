#pragma once

#include "ui/theme/Colors.h"

namespace atelier::ui {

/// What something means, as a colour; text or an icon always says it as well.
enum class Tone { Success, Accent, Info, Neutral, Warning, Danger };

[[nodiscard]] ColorRole textRole(Tone tone); ///< text and icons
[[nodiscard]] ColorRole fillRole(Tone tone); ///< the tint behind that text
[[nodiscard]] ColorRole solidRole(Tone tone); ///< bars and dots

[[nodiscard]] QColor textColor(Tone tone);
[[nodiscard]] QColor fillColor(Tone tone);
[[nodiscard]] QColor solidColor(Tone tone);

} // namespace atelier::ui

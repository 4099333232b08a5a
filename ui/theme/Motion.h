#pragma once

#include <chrono>

namespace atelier::ui {

/// How long panels, sheets and toasts take to come in.
inline constexpr std::chrono::milliseconds sheetMotion{160};

/// True when nothing may move by itself.
[[nodiscard]] bool reducedMotion();

/// Where an endless movement stands now, from 0 to below 1; always the same under reduced motion.
[[nodiscard]] double motionPhase(std::chrono::milliseconds period);

} // namespace atelier::ui

#pragma once

#include "ui/theme/Colors.h"

namespace atelier::ui {

/// What Theme has put in force for `colors`, `scaled` and `reducedMotion`. Only Theme writes it; GUI thread.
struct InForce
{
    Colors colors;
    double textScale = 1.0;
    bool reducedMotion = false;
    bool outlined = false; ///< high contrast: what is otherwise only tinted has a border
};

[[nodiscard]] InForce &inForce();

} // namespace atelier::ui

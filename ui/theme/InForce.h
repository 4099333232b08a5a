#pragma once

#include "ui/theme/Colors.h"
#include "ui/theme/Density.h"

namespace atelier::ui {

/// What Theme has put in force for `colors`, `scaled`, `reducedMotion` and `density`. Only Theme writes it;
/// GUI thread.
struct InForce
{
    Colors colors;
    double textScale = 1.0;
    bool reducedMotion = false;
    Density density = Density::Comfortable;
    bool outlined = false; ///< high contrast: what is otherwise only tinted has a border
};

[[nodiscard]] InForce &inForce();

} // namespace atelier::ui

#pragma once

#include "ui/theme/Theme.h"

namespace atelier::ui::test {

/// The theme of the test program, set back to light, 100 % and no motion before each test.
[[nodiscard]] Theme &theme();

} // namespace atelier::ui::test

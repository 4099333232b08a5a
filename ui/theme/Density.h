#pragma once

namespace atelier::ui {

/// How high the rows of tables are: 44 or 32 px at a text scale of 100 %.
enum class Density { Comfortable, Compact };

/// The one in force.
[[nodiscard]] Density density();

} // namespace atelier::ui

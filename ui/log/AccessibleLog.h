#pragma once

namespace atelier::ui {

/// Makes a LogView known to screen readers: a text that cannot be changed, whose value is the line under the
/// caret. May be called more than once.
void installAccessibleLog();

} // namespace atelier::ui

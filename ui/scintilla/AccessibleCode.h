#pragma once

namespace atelier::ui {

/// Has CodeView heard by screen readers as a text: QScintilla's own way tells neither where its caret is nor
/// counts characters as Qt does.
void installAccessibleCode();

} // namespace atelier::ui

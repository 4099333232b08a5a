#pragma once

#include <QStringList>
#include <QWidget>

namespace atelier::ui::test {

/// What a screen of the pseudo-language has wrong, in words, and where.
[[nodiscard]] QStringList untranslatedTexts(const QWidget &window, const QStringList &data);

/// Labels and buttons with less room than their text needs. Those that are made to elide do not count.
[[nodiscard]] QStringList clippedTexts(const QWidget &window);

} // namespace atelier::ui::test

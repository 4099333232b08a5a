#pragma once

#include <functional>

class QWidget;

namespace atelier::ui {

/// Does at once what depends on `scaled`, and again whenever the text gets another size.
void followTextSize(QWidget &widget, std::function<void()> apply);

} // namespace atelier::ui

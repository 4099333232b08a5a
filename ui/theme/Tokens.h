#pragma once

#include "ui/theme/Colors.h"

#include <QByteArray>
#include <QStringView>

namespace atelier::ui {

/// The colours of one theme of tokens.json: "light", "dark", "highContrast" or "highContrastLight". A token
/// that is missing or no colour is a programming mistake: the program ends with a message that names it.
[[nodiscard]] Colors readTokens(const QByteArray &json, QStringView theme);

/// tokens.json as it is built in.
[[nodiscard]] QByteArray builtInTokens();

} // namespace atelier::ui

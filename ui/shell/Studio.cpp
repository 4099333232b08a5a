#include "ui/shell/Studio.h"

#include <QClipboard>
#include <QGuiApplication>

namespace atelier::ui {

void Studio::copy(const QString &text, const QString &done) const
{
    QGuiApplication::clipboard()->setText(text);
    notify({Tone::Success, done});
}

} // namespace atelier::ui

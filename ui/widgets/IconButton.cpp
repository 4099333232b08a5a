#include "ui/widgets/IconButton.h"

#include "ui/theme/Icon.h"

#include <QKeyEvent>

namespace atelier::ui {

IconButton::IconButton(QStringView icon, const QString &name, ControlSize size, QWidget *parent)
    : QToolButton(parent)
{
    const int side = size == ControlSize::Small ? 16 : 20;
    setIconSize({side, side});
    setControlSize(*this, size);
    setAutoRaise(true);
    setFocusPolicy(Qt::TabFocus);
    setPopupMode(QToolButton::InstantPopup);
    setIconName(icon);
    setName(name);
}

void IconButton::setIconName(QStringView icon)
{
    setIcon(ui::icon(icon));
}

void IconButton::setName(const QString &name)
{
    setAccessibleName(name);
    describe();
}

void IconButton::setKeys(const QKeySequence &keys)
{
    setShortcut(keys);
    describe();
}

void IconButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QToolButton::keyPressEvent(event);
}

void IconButton::describe()
{
    const QString keys = shortcut().toString(QKeySequence::NativeText);
    setToolTip(
        keys.isEmpty() ? accessibleName() : tr("%1 (%2)", "name and shortcut").arg(accessibleName(), keys));
}

} // namespace atelier::ui

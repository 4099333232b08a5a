#pragma once

#include <QAccessible>

namespace atelier::ui {

/// Has every widget that is a `Widget` heard by screen readers through an `Interface`, which is made with it.
/// Again it does nothing.
template<typename Widget, typename Interface>
void installAccessible()
{
    static const bool installed = [] {
        QAccessible::installFactory([](const QString &, QObject *object) -> QAccessibleInterface * {
            auto *widget = dynamic_cast<Widget *>(object);
            return widget != nullptr ? new Interface(*widget) : nullptr;
        });
        return true;
    }();
    static_cast<void>(installed);
}

} // namespace atelier::ui

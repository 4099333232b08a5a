#pragma once

#include "ui/widgets/Toast.h"

#include <functional>

class QObject;

namespace atelier::ui {

/// Once `work` has taken so long that it is noticed, a toast says what it is (`title`) and where it goes
/// (`target`) and offers to `cancel` it; it goes when the work does.
void offerCancel(const std::function<Toast *(const ToastMessage &)> &notify, QObject &work,
    const QString &title, const QString &target, std::function<void()> cancel);

} // namespace atelier::ui

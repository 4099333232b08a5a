#pragma once

#include "ui/widgets/Toast.h"

namespace atelier::ui {

/// The corner of a window in which toasts stand, the newest at the bottom, three at most. A child of the
/// window and not a window itself: it needs no compositor. Clicks beside the toasts go to what lies below.
class ToastArea : public QWidget
{
    Q_OBJECT

public:
    /// `bottom` is what the window keeps free below the toasts, as for a status bar.
    explicit ToastArea(QWidget &window, int bottom = 0);

    /// The toast deletes itself when it is dismissed: hold it in a QPointer.
    Toast *show(const ToastMessage &message);

    void dismissNewest();
    /// Takes away the toasts about this matter or because of this cause, which are no longer so.
    void settle(const QString &what);

    [[nodiscard]] int count() const { return static_cast<int>(m_toasts.size()); }

Q_SIGNALS:
    /// A toast that had to make room for a newer one; it belongs into the notification centre.
    void pushedOut(const QString &title);

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void remove(Toast *toast);
    void place();

    int m_bottom;
    QList<Toast *> m_toasts;
};

} // namespace atelier::ui

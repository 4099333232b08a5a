#include "ui/widgets/ToastArea.h"

#include "ui/widgets/Layouts.h"

#include <QAccessible>
#include <QEvent>
#include <QRegion>

#include <algorithm>

namespace atelier::ui {

namespace {

constexpr int most = 3;
constexpr int endGap = 12;

} // namespace

ToastArea::ToastArea(QWidget &window, int bottom)
    : QWidget(&window)
    , m_bottom(bottom)
{
    makeColumn(this, 0);
    window.installEventFilter(this);
    hide();
}

Toast *ToastArea::show(const ToastMessage &message)
{
    if (!message.matter.isEmpty())
        settle(message.matter);
    if (count() == most) {
        Toast *oldest = m_toasts.first();
        Q_EMIT pushedOut(oldest->accessibleName());
        remove(oldest);
    }
    auto *toast = new Toast(message);
    m_toasts.append(toast);
    layout()->addWidget(toast);
    connect(toast, &Toast::dismissed, this, [this, toast] { remove(toast); });
    // What is added to a visible parent is hidden, and measured as nothing, until the event loop runs.
    toast->show();
    QWidget::show();
    place();
    QAccessibleEvent alert(toast, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    return toast;
}

void ToastArea::dismissNewest()
{
    if (!m_toasts.isEmpty())
        remove(m_toasts.last());
}

void ToastArea::settle(const QString &what)
{
    const QList<Toast *> toasts = m_toasts;
    for (Toast *toast : toasts)
        if (toast->isAbout(what))
            remove(toast);
}

bool ToastArea::event(QEvent *event)
{
    const bool handled = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest && isVisible())
        place();
    return handled;
}

bool ToastArea::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        place();
    return QWidget::eventFilter(watched, event);
}

void ToastArea::remove(Toast *toast)
{
    if (!m_toasts.removeOne(toast))
        return;
    layout()->removeWidget(toast);
    toast->hide();
    toast->deleteLater();
    if (m_toasts.isEmpty())
        hide();
    else
        place();
}

void ToastArea::place()
{
    layout()->activate();
    const int wide = layout()->sizeHint().width();
    const QSize size(
        wide, std::max(layout()->totalHeightForWidth(wide), layout()->totalMinimumSize().height()));
    const QSize window = parentWidget()->size();
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const int x = mirrored ? endGap : window.width() - size.width() - endGap;
    setGeometry(x, window.height() - size.height() - m_bottom, size.width(), size.height());
    raise();
}

} // namespace atelier::ui

#include "ui/theme/style/PopupCorners.h"

#include "ui/theme/Draw.h"

#include <QBitmap>
#include <QEvent>
#include <QGuiApplication>
#include <QPainter>
#include <QWidget>

namespace atelier::ui::style {

void PopupCorners::round(QWidget &popup)
{
    if (QGuiApplication::platformName() == QLatin1StringView("xcb"))
        popup.installEventFilter(this);
    else
        popup.setAttribute(Qt::WA_TranslucentBackground);
}

bool PopupCorners::eventFilter(QObject *watched, QEvent *event)
{
    auto *popup = qobject_cast<QWidget *>(watched);
    if (popup != nullptr && event->type() == QEvent::Resize) {
        QBitmap mask(popup->size());
        mask.clear();
        QPainter painter(&mask);
        painter.setPen(Qt::color1);
        painter.setBrush(Qt::color1);
        painter.drawRoundedRect(popup->rect().adjusted(0, 0, -1, -1), controlRadius, controlRadius);
        painter.end();
        popup->setMask(mask);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace atelier::ui::style

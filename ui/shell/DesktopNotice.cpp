#include "ui/shell/DesktopNotice.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QVariantMap>

using Qt::Literals::StringLiterals::operator""_s;

namespace atelier::ui {

void showOnDesktop(const QString &title, const QString &text)
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    QDBusMessage call = QDBusMessage::createMethodCall(u"org.freedesktop.Notifications"_s,
        u"/org/freedesktop/Notifications"_s, u"org.freedesktop.Notifications"_s, u"Notify"_s);
    constexpr uint replacesNone = 0;
    constexpr int usualTime = -1;
    call << u"Atelier"_s << replacesNone << QString() << title << text << QStringList() << QVariantMap()
         << usualTime;
    bus.asyncCall(call);
}

} // namespace atelier::ui

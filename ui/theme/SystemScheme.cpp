#include "ui/theme/SystemScheme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QPalette>

using Qt::Literals::StringLiterals::operator""_L1;

namespace atelier::ui {

namespace {

constexpr auto portal = "org.freedesktop.portal.Desktop"_L1;
constexpr auto path = "/org/freedesktop/portal/desktop"_L1;
constexpr auto settings = "org.freedesktop.portal.Settings"_L1;
constexpr auto appearance = "org.freedesktop.appearance"_L1;
constexpr auto colorScheme = "color-scheme"_L1;

// The portal's own numbers; 0 is no preference.
constexpr uint prefersDark = 1;
constexpr uint prefersLight = 2;

bool isDarkPalette(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

// Read wraps its answer twice, ReadOne and the signal once.
QVariant unwrapped(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

} // namespace

SystemScheme::SystemScheme(const QPalette &platform)
    : m_platformIsDark(isDarkPalette(platform))
    , m_dark(m_platformIsDark)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(
        portal, path, settings, "SettingChanged"_L1, this, SLOT(readChange(QString, QString, QDBusVariant)));
    ask();
}

void SystemScheme::ask()
{
    QDBusMessage call = QDBusMessage::createMethodCall(portal, path, settings, "Read"_L1);
    call << QString(appearance) << QString(colorScheme);
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QVariant> reply = *watcher;
        if (reply.isValid())
            take(reply.value());
    });
}

void SystemScheme::readChange(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group == appearance && key == colorScheme)
        take(value.variant());
}

void SystemScheme::take(const QVariant &value)
{
    const uint preference = unwrapped(value).toUInt();
    const bool dark = preference == prefersDark || (preference != prefersLight && m_platformIsDark);
    if (dark == m_dark)
        return;
    m_dark = dark;
    Q_EMIT changed();
}

} // namespace atelier::ui

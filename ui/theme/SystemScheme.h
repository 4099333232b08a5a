#pragma once

#include <QObject>

class QDBusVariant;
class QPalette;

namespace atelier::ui {

/// Whether the desktop asks for dark windows, from its settings portal; without one, from the platform's
/// palette.
class SystemScheme : public QObject
{
    Q_OBJECT

public:
    explicit SystemScheme(const QPalette &platform);

    [[nodiscard]] bool isDark() const { return m_dark; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void readChange(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void ask();
    void take(const QVariant &value);

    const bool m_platformIsDark;
    bool m_dark;
};

} // namespace atelier::ui

#pragma once

#include <QSettings>
#include <QStringList>

namespace atelier::ui {

/// The commands that were chosen in the palette, the last one first; kept with the window's settings.
class RecentCommands
{
public:
    explicit RecentCommands(QSettings &settings);

    void add(const QString &id);
    [[nodiscard]] const QStringList &ids() const { return m_ids; }
    /// 1 for the last one, less for those before it, 0 for one that was not chosen lately.
    [[nodiscard]] double weight(const QString &id) const;

private:
    QSettings &m_settings;
    QStringList m_ids;
};

} // namespace atelier::ui

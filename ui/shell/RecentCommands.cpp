#include "ui/shell/RecentCommands.h"

namespace atelier::ui {

namespace {

const QString key = QStringLiteral("palette/recent");
constexpr qsizetype most = 12;

} // namespace

RecentCommands::RecentCommands(QSettings &settings)
    : m_settings(settings)
    , m_ids(settings.value(key).toStringList())
{
}

void RecentCommands::add(const QString &id)
{
    m_ids.removeAll(id);
    m_ids.prepend(id);
    m_ids = m_ids.mid(0, most);
    m_settings.setValue(key, m_ids);
}

double RecentCommands::weight(const QString &id) const
{
    const qsizetype at = m_ids.indexOf(id);
    return at < 0 ? 0 : 1 - static_cast<double>(at) / most;
}

} // namespace atelier::ui

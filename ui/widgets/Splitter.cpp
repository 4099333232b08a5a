#include "ui/widgets/Splitter.h"

#include <QSettings>

namespace atelier::ui {

Splitter::Splitter(Qt::Orientation orientation, QSettings &settings, const QString &key, QWidget *parent)
    : QSplitter(orientation, parent)
    , m_settings(settings)
    , m_key(key)
{
    setChildrenCollapsible(false);
    connect(this, &QSplitter::splitterMoved, this, [this] { m_settings.setValue(m_key, saveState()); });
}

bool Splitter::isChosen() const
{
    return m_settings.contains(m_key);
}

void Splitter::showEvent(QShowEvent *event)
{
    // Only now has it all its children.
    if (!m_restored) {
        m_restored = true;
        restoreState(m_settings.value(m_key).toByteArray());
        setChildrenCollapsible(false);
    }
    QSplitter::showEvent(event);
}

} // namespace atelier::ui

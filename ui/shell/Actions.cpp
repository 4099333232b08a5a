#include "ui/shell/Actions.h"

#include "ui/theme/Icon.h"

#include <QWidget>

namespace atelier::ui {

Actions::Actions(QWidget &window)
    : QObject(&window)
    , m_window(window)
{
}

QAction *Actions::add(Group group, const QString &id, const QString &text, QStringView iconName,
    const QKeySequence &keys, const std::function<void()> &act)
{
    auto *action = new QAction(icon(iconName), text, this);
    action->setObjectName(id);
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, act);
    m_window.addAction(action);
    m_entries.push_back({group, action});
    return action;
}

QAction *Actions::find(const QString &id) const
{
    for (const Entry &entry : m_entries)
        if (entry.action->objectName() == id)
            return entry.action;
    return nullptr;
}

QString Actions::title(Group group)
{
    switch (group) {
    case Group::GoTo:
        return tr("Go to");
    case Group::Start:
        return tr("Start");
    case Group::View:
        return tr("View");
    case Group::Workspace:
        return tr("Workspace");
    case Group::Help:
        return tr("Help");
    }
    return {};
}

} // namespace atelier::ui

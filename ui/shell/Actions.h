#pragma once

#include <QAction>
#include <QKeySequence>
#include <QObject>
#include <QString>

#include <functional>
#include <vector>

namespace atelier::ui {

/// All that can be done from anywhere in the window, once each: menus, the palette and shortcuts show the
/// same actions.
class Actions : public QObject
{
    Q_OBJECT

public:
    enum class Group { GoTo, Start, View, Workspace, Help };

    struct Entry
    {
        Group group;
        QAction *action;
    };

    /// The actions' shortcuts work in all of `window`.
    explicit Actions(QWidget &window);

    QAction *add(Group group, const QString &id, const QString &text, QStringView icon,
        const QKeySequence &keys, const std::function<void()> &act);

    [[nodiscard]] const std::vector<Entry> &all() const { return m_entries; }
    /// Null where there is none of that id.
    [[nodiscard]] QAction *find(const QString &id) const;

    [[nodiscard]] static QString title(Group group);

private:
    QWidget &m_window;
    std::vector<Entry> m_entries;
};

} // namespace atelier::ui

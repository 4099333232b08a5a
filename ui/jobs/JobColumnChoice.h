#pragma once

#include "core/client/RepeatedCall.h"
#include "core/client/WorkspaceConnection.h"

#include <QObject>
#include <QStringList>

class QMenu;
class QSettings;

namespace atelier::ui {

class DataTable;
class JobTableModel;

/// Which columns the list of jobs shows, kept for the workspace with the window's settings; metrics and
/// parameters are offered as the jobs have them. All must outlive it.
class JobColumnChoice : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        WorkspaceConnection &connection;
        QSettings &settings;
        JobTableModel &model;
        DataTable &table;
    };
    explicit JobColumnChoice(const Parts &parts, QObject *parent = nullptr);

    /// Every column as a tick; metrics and parameters in menus of their own.
    void fill(QMenu &menu);
    /// As TableColumns has it.
    [[nodiscard]] QStringList arrangement() const;
    /// For now; what is kept stays.
    void show(const QStringList &arrangement);
    void showKept();
    /// Ids of the columns that are seen, in their order.
    [[nodiscard]] QStringList shown() const;

Q_SIGNALS:
    void changed(); ///< by the user

private:
    void extend(QMenu &menu);
    void addKeys(QMenu &menu, const QString &prefix);
    void setKeyed(const QString &id, bool isShown);
    void keep();
    void ask();

    const Parts m_parts;
    const QString m_key;
    QStringList m_ids; ///< of metrics and parameters, most used first
    RepeatedCall m_call;
};

} // namespace atelier::ui

#pragma once

#include "core/client/RepeatedCall.h"
#include "core/client/WorkspaceConnection.h"

#include <QWidget>

namespace atelier::ui {

class Chip;

/// A row of filters that are often wanted, each with the number of jobs it lets through. The connection must
/// outlive it.
class JobViews : public QWidget
{
    Q_OBJECT

public:
    explicit JobViews(WorkspaceConnection &connection, QWidget *parent = nullptr);

    /// Marks the view that has this filter, if one has.
    void setCurrent(const QString &filter);
    void setPaused(bool paused) { m_call.setPaused(paused); }
    void recount() { m_call.request(); }

Q_SIGNALS:
    void chosen(const QString &filter);

private:
    struct View
    {
        QString id;
        QString name;
        QString filter;
    };
    [[nodiscard]] static QList<View> views();
    void ask();

    WorkspaceConnection &m_connection;
    const QList<View> m_views;
    QList<Chip *> m_chips; ///< of each view
    RepeatedCall m_call;
};

} // namespace atelier::ui

#pragma once

#include "core/client/WorkspaceConnection.h"

#include <QTimer>
#include <QWidget>

namespace atelier::ui {

class Button;
class WrapLabel;

/// The amber line that says that the service is away, does not answer or cannot be started, and what can be
/// done. It comes only after a moment: a service that is quickly back disturbs nobody.
class ServiceStrip : public QWidget
{
    Q_OBJECT

public:
    explicit ServiceStrip(WorkspaceConnection &connection, QWidget *parent = nullptr);

Q_SIGNALS:
    /// The user wants the service ended and started again.
    void restartRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showState(ServiceState state);

    WorkspaceConnection &m_connection;
    WrapLabel *m_text;
    Button *m_restart;
    QTimer m_delay;
};

} // namespace atelier::ui

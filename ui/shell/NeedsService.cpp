#include "ui/shell/NeedsService.h"

#include <QAction>
#include <QCoreApplication>
#include <QWidget>

namespace atelier::ui {

namespace {

struct Reason
{
    Q_DECLARE_TR_FUNCTIONS(Reason)

public:
    static QString of(ServiceState state)
    {
        return state == ServiceState::Silent ? tr("The workspace's service does not answer.")
                                             : tr("The workspace's service cannot be started.");
    }
};

template<typename Control>
void follow(Control &control, WorkspaceConnection &connection)
{
    const auto apply = [&control, tip = control.toolTip()](ServiceState state) {
        const bool isUsable = takesCalls(state);
        control.setEnabled(isUsable);
        control.setToolTip(isUsable ? tip : whyNoService(state));
    };
    QObject::connect(&connection, &WorkspaceConnection::stateChanged, &control, apply);
    apply(connection.state());
}

} // namespace

void needsService(QWidget &area, WorkspaceConnection &connection)
{
    follow(area, connection);
}

void needsService(QAction &action, WorkspaceConnection &connection)
{
    follow(action, connection);
}

QString whyNoService(ServiceState state)
{
    return takesCalls(state) ? QString() : Reason::of(state);
}

} // namespace atelier::ui

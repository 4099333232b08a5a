#include "ui/shell/NeedsService.h"

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

} // namespace

void needsService(QWidget &area, WorkspaceConnection &connection)
{
    const auto apply = [&area, tip = area.toolTip()](ServiceState state) {
        const bool isUsable = takesCalls(state);
        area.setEnabled(isUsable);
        area.setToolTip(isUsable ? tip : whyNoService(state));
    };
    QObject::connect(&connection, &WorkspaceConnection::stateChanged, &area, apply);
    apply(connection.state());
}

QString whyNoService(ServiceState state)
{
    return takesCalls(state) ? QString() : Reason::of(state);
}

} // namespace atelier::ui

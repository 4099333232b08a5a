#include "ui/shell/RestartDialog.h"

#include "ui/text/Format.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/WrapLabel.h"

#include <QVBoxLayout>

namespace atelier::ui {

RestartDialog::RestartDialog(QWidget &window, const Studio &studio)
    : Dialog(window, tr("Restart the workspace's service?"))
    , m_studio(studio)
    , m_restart(new Button(tr("Restart service"), ButtonKind::Primary, {}, ControlSize::Normal, this))
{
    setObjectName(QStringLiteral("restartDialog"));
    body()->addWidget(new WrapLabel(
        tr("Its process is ended and a new one is started. Running jobs go on: each has a process of its own "
           "that looks after it. What was asked for and not answered is asked again."),
        TextStyle::Body, &Colors::text2, 0, this));
    auto *cancel = new Button(tr("Cancel"), ButtonKind::Default, {}, ControlSize::Normal, this);
    m_restart->setObjectName(QStringLiteral("confirmRestart"));
    connect(cancel, &Button::clicked, this, &Dialog::reject);
    connect(m_restart, &Button::clicked, this, &RestartDialog::restart);
    // It came back by itself: there is nothing left to decide.
    connect(&studio.connection, &WorkspaceConnection::stateChanged, this, [this](ServiceState state) {
        if (state == ServiceState::Answers && !m_restart->isBusy())
            reject();
    });
    addButton(cancel);
    addButton(m_restart);
    setFirstFocus(cancel);
}

void RestartDialog::restart()
{
    m_restart->setBusy(true);
    m_studio.connection.restartService(this, [this](const Result<void> &ended) {
        if (!ended)
            m_studio.fail(tr("The service was not restarted"), ended.error(), missingService);
        accept();
    });
}

} // namespace atelier::ui

#pragma once

#include "ui/shell/Studio.h"
#include "ui/widgets/Dialog.h"

namespace atelier::ui {

/// Asks whether the workspace's service is to be ended and started again, and does it.
class RestartDialog : public Dialog
{
    Q_OBJECT

public:
    RestartDialog(QWidget &window, const Studio &studio);

private:
    void restart();

    const Studio m_studio;
    Button *m_restart;
};

} // namespace atelier::ui

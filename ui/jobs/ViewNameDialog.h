#pragma once

#include "ui/widgets/Dialog.h"

class QLineEdit;

namespace atelier::ui {

/// Asks what a view of the list of jobs is to be called.
class ViewNameDialog : public Dialog
{
    Q_OBJECT

public:
    /// `verb` is the button's.
    ViewNameDialog(QWidget &window, const QString &title, const QString &verb, const QString &name);

Q_SIGNALS:
    void named(const QString &name);

private:
    QLineEdit *m_name;
};

} // namespace atelier::ui

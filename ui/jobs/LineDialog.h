#pragma once

#include "ui/widgets/Dialog.h"

class QLineEdit;

namespace atelier::ui {

/// Asks for one line of text.
class LineDialog : public Dialog
{
    Q_OBJECT

public:
    struct Question
    {
        QString title;
        QString label; ///< of the field
        QString example; ///< is seen while there is nothing
        QString help;
        QString verb; ///< the button's
        QString text; ///< to begin with
        int longest; ///< in characters
    };
    LineDialog(QWidget &window, const Question &question);

Q_SIGNALS:
    void written(const QString &line); ///< never a blank one

private:
    QLineEdit *m_line;
};

} // namespace atelier::ui

#pragma once

#include "ui/widgets/Card.h"

class QLineEdit;

namespace atelier::ui {

class Button;
class LabeledField;
enum class ButtonKind;

/// One way to a workspace: what it is, the folder, and the button that does it. What goes wrong is said below
/// the folder.
class WorkspaceWay : public Card
{
    Q_OBJECT

public:
    struct Words
    {
        QString icon;
        QString title;
        QString text;
        QString action; ///< a verb
        QString dialog; ///< the title of the dialog that chooses the folder
    };
    WorkspaceWay(const Words &words, const QString &folder, ButtonKind kind, QWidget *parent = nullptr);

    void setFolder(const QString &folder);
    void setError(const QString &sentence); ///< "": there is none
    void setBusy(bool busy);
    [[nodiscard]] QLineEdit &field() const { return *m_folder; }

Q_SIGNALS:
    void requested(const QString &folder);

private:
    void request();

    QLineEdit *m_folder;
    LabeledField *m_labeled;
    Button *m_act;
    Button *m_choose;
};

} // namespace atelier::ui

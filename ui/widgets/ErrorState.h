#pragma once

#include <QWidget>

class QBoxLayout;

namespace atelier::ui {

class Button;

/// What stands in the place of what could not be had: what happened, why and what to do, and one remedy.
class ErrorState : public QWidget
{
    Q_OBJECT

public:
    ErrorState(const QString &title, const QString &sentence, QWidget *parent = nullptr);

    void addAction(Button *action);

private:
    QBoxLayout *m_actions;
};

} // namespace atelier::ui

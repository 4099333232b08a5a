#pragma once

#include "ui/theme/Tone.h"

#include <QWidget>

class QBoxLayout;

namespace atelier::ui {

class Button;
class WrapLabel;

/// A message that belongs to the page it stands on, with at most one primary action.
class Banner : public QWidget
{
    Q_OBJECT

public:
    explicit Banner(Tone tone, const QString &title, const QString &text = {}, QWidget *parent = nullptr);

    void setMessage(Tone tone, const QString &title, const QString &text = {});
    /// The banner takes the button over; the first one is the remedy.
    void addAction(Button *action);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone;
    WrapLabel *m_title;
    WrapLabel *m_text;
    QBoxLayout *m_actions;
};

} // namespace atelier::ui

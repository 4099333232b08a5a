#pragma once

#include <QPushButton>

namespace atelier::ui {

/// A step of a list of things to do: a sign whether it is done, what it is, and a sentence on it.
class StepRow : public QPushButton
{
    Q_OBJECT

public:
    enum class State { Open, Next, Done };

    explicit StepRow(const QString &title, QWidget *parent = nullptr);

    void show(State state, const QString &note);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_note;
    State m_state = State::Open;
};

} // namespace atelier::ui

#pragma once

#include <QObject>
#include <QWidget>

#include <functional>

namespace atelier::test {

/// Notes that a widget has been painted.
class Painted : public QObject
{
public:
    explicit Painted(QWidget &widget);

    [[nodiscard]] bool isDone() const { return m_isDone; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool m_isDone = false;
};

/// How long something took on the wall, and what it took of the GUI thread, in milliseconds.
struct Taken
{
    double wall = 0;
    double processor = 0;
};

/// Runs the event loop until something has come true; the handler in which it did has returned then, so what
/// it drew is on its way to the screen. Ends the program after 20 s without that.
[[nodiscard]] Taken takenUntil(const std::function<void()> &begin, const std::function<bool()> &isDone);

/// Milliseconds of CLOCK_MONOTONIC, which a parent process reads alike.
[[nodiscard]] double monotonicMilliseconds();

} // namespace atelier::test

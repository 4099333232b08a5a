#include "tests/bench/window/Painted.h"

#include <QCoreApplication>
#include <QEvent>

#include <cstdio>
#include <cstdlib>
#include <ctime>

namespace atelier::test {

namespace {

constexpr double longestMs = 20'000;

double millisecondsOf(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

} // namespace

Painted::Painted(QWidget &widget)
{
    widget.installEventFilter(this);
}

bool Painted::eventFilter(QObject *watched, QEvent *event)
{
    m_isDone = m_isDone || event->type() == QEvent::Paint;
    return QObject::eventFilter(watched, event);
}

Taken takenUntil(const std::function<void()> &begin, const std::function<bool()> &isDone)
{
    const double wall = monotonicMilliseconds();
    const double processor = millisecondsOf(CLOCK_THREAD_CPUTIME_ID);
    begin();
    while (!isDone()) {
        if (monotonicMilliseconds() - wall > longestMs) {
            std::fprintf(stderr, "Nothing to measure: what was waited for did not come.\n");
            std::abort();
        }
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    return {monotonicMilliseconds() - wall, millisecondsOf(CLOCK_THREAD_CPUTIME_ID) - processor};
}

double monotonicMilliseconds()
{
    return millisecondsOf(CLOCK_MONOTONIC);
}

} // namespace atelier::test

#include "tests/bench/support/GuiThread.h"

#include <ctime>

namespace atelier::test {

namespace {

double threadMilliseconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

} // namespace

// A handler that sends events itself is one handler.
bool GuiThread::notify(QObject *receiver, QEvent *event)
{
    if (m_depth > 0)
        return QApplication::notify(receiver, event);
    ++m_depth;
    const double begin = threadMilliseconds();
    const bool handled = QApplication::notify(receiver, event);
    m_handlers.add(threadMilliseconds() - begin);
    --m_depth;
    return handled;
}

} // namespace atelier::test

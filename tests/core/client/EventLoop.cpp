#include "tests/core/client/EventLoop.h"

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QTimer>

namespace atelier::test {

bool waitUntil(const std::function<bool()> &condition)
{
    QTimer tick; // also for conditions that no event announces, such as a file
    tick.start(5);
    const QDeadlineTimer deadline(20'000);
    while (!condition()) {
        if (deadline.hasExpired())
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    return true;
}

void runFor(int ms)
{
    const QDeadlineTimer end(ms);
    static_cast<void>(waitUntil([&] { return end.hasExpired(); }));
}

} // namespace atelier::test

int main(int count, char **values)
{
    testing::InitGoogleTest(&count, values);
    QCoreApplication application(count, values);
    return RUN_ALL_TESTS();
}

#pragma once

#include "tests/bench/support/Measure.h"

#include <QApplication>

namespace atelier::test {

/// An application that notes how long each event handler keeps its thread busy, by the thread's processor
/// clock: what other programs take from the processor meanwhile does not count.
class GuiThread : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override;

    /// Forgets what was noted.
    void reset() { m_handlers = {}; }
    [[nodiscard]] const Durations &handlers() const { return m_handlers; }

private:
    Durations m_handlers;
    int m_depth = 0;
};

} // namespace atelier::test

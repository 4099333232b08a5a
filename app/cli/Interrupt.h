#pragma once

#include "core/system/Descriptor.h"

#include <QObject>

namespace atelier::cli {

/// Turns Ctrl+C into a signal of Qt's, the first time; the second one ends the program at once.
class Interrupt : public QObject
{
    Q_OBJECT

public:
    /// Before any other thread is started: they inherit what is blocked.
    Interrupt();

Q_SIGNALS:
    void interrupted();

private:
    Descriptor m_signals;
};

} // namespace atelier::cli

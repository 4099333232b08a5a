#pragma once

#include <QObject>
#include <QTimer>

#include <functional>

namespace atelier {

/// A question that is asked again whenever something has changed: never twice at once, not more often than
/// every `pauseMs`, and once more where something changed while the answer was on its way. While it is paused
/// it only remembers that it is wanted.
class RepeatedCall : public QObject
{
    Q_OBJECT

public:
    /// `ask` starts the call; whoever gets its answer calls `answered`.
    RepeatedCall(std::function<void()> ask, int pauseMs, QObject *parent);

    void request();
    /// Without the pause after the answer before: for what a person waits for.
    void requestNow();
    void answered();
    void setPaused(bool paused);

private:
    void askIfFree();

    const std::function<void()> m_ask;
    QTimer m_pause;
    bool m_isWanted = false;
    bool m_isAsking = false;
    bool m_isPaused = false;
};

} // namespace atelier

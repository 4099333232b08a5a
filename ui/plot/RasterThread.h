#pragma once

#include <QThread>

namespace atelier::ui {

/// The thread that draws the charts of a window; it must outlive them.
class RasterThread
{
public:
    RasterThread();
    ~RasterThread();
    RasterThread(const RasterThread &) = delete;
    RasterThread &operator=(const RasterThread &) = delete;

    /// From now on the object's slots run here; it is to be deleted by deleteLater.
    void take(QObject &object);

private:
    QThread m_thread;
};

} // namespace atelier::ui

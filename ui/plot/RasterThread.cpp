#include "ui/plot/RasterThread.h"

#include <QString>

namespace atelier::ui {

RasterThread::RasterThread()
{
    m_thread.setObjectName(QStringLiteral("charts"));
    m_thread.start();
}

RasterThread::~RasterThread()
{
    m_thread.quit();
    m_thread.wait();
}

void RasterThread::take(QObject &object)
{
    object.moveToThread(&m_thread);
}

} // namespace atelier::ui

#include "core/http/IoThread.h"

#include <csignal>
#include <pthread.h>

namespace atelier::http {

IoThread::IoThread(std::shared_ptr<asio::io_context> context)
{
    sigset_t asynchronous;
    sigset_t before;
    sigfillset(&asynchronous);
    for (const int fault : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGTRAP})
        sigdelset(&asynchronous, fault);
    pthread_sigmask(
        SIG_SETMASK, &asynchronous, &before); // inherited by the thread from its first instruction on
    m_thread = std::thread([io = std::move(context)] { io->run(); });
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

IoThread::~IoThread()
{
    m_thread.join();
}

} // namespace atelier::http

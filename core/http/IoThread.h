#pragma once

#include "core/http/Asio.h"

#include <memory>
#include <thread>

namespace atelier::http {

/// Runs a context until it has nothing left to do, on a thread that takes no signals: they belong to the
/// program, and sendfile(2) would raise SIGPIPE.
class IoThread
{
public:
    explicit IoThread(std::shared_ptr<asio::io_context> context);
    ~IoThread(); ///< waits for the end of the work

private:
    std::thread m_thread;
};

} // namespace atelier::http

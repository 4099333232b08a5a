#pragma once

#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <chrono>

namespace atelier::http {

namespace asio = boost::asio;

// The concrete executor spares every operation the type-erased one's allocation.
using Executor = asio::io_context::executor_type;
/// One type for unix sockets and TCP.
using Socket = asio::basic_stream_socket<asio::generic::stream_protocol, Executor>;
using Clock = std::chrono::steady_clock;
using Timer = asio::basic_waitable_timer<Clock, asio::wait_traits<Clock>, Executor>;
using ErrorCode = boost::system::error_code;

} // namespace atelier::http

#pragma once

#include "core/base/Result.h"
#include "core/http/Client.h"

#include <atomic>
#include <functional>
#include <string>

namespace atelier::http {

/// One call of a client: what to send and what to do with the answer. Only `isCancelled` is touched by two
/// threads.
struct Exchange
{
    std::string head;
    std::string body;
    std::shared_ptr<FileRegion> file; ///< sent after `body`
    Method method = Method::Get;
    bool hasTimeout = true;

    /// Takes a 200 response's body in pieces; without it the body is collected in `response`.
    std::function<Result<void>(std::string_view)> onPiece;
    std::function<void(Result<Response>)> onDone;
    Response response; ///< as far as it has come
    bool wasRetried = false;
    std::atomic<bool> isCancelled = false;

    /// Tells the result, once, unless the call was cancelled.
    void finish(Result<Response> result)
    {
        const std::function<void(Result<Response>)> done = std::move(onDone);
        onDone = nullptr;
        onPiece = nullptr;
        if (done && !isCancelled)
            done(std::move(result));
    }
};

} // namespace atelier::http

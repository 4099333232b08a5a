#include "core/client/ServiceCall.h"

#include "core/client/Mailbox.h"
#include "core/client/ServiceLocator.h"

#include <unistd.h>
#include <utility>

namespace atelier {

namespace {

constexpr int mostAttempts = 3;

} // namespace

void ServiceCall::begin(Ways ways, Content content, QObject *receiver, Callback callback)
{
    const std::shared_ptr<ServiceCall> call(
        new ServiceCall(ways, std::move(content), receiver, std::move(callback)));
    call->watchReceiver();
    call->dispatch();
}

ServiceCall::ServiceCall(Ways ways, Content content, QObject *receiver, Callback callback)
    : m_ways(ways)
    , m_content(std::move(content))
    , m_receiver(receiver)
    , m_callback(std::move(callback))
{
}

void ServiceCall::watchReceiver()
{
    m_receiverGone
        = QObject::connect(m_receiver, &QObject::destroyed, &m_ways.locator, [weak = weak_from_this()] {
              if (const auto gone = weak.lock()) {
                  gone->m_isCancelled = true;
                  if (gone->m_call)
                      gone->m_call->cancel();
              }
          });
}

void ServiceCall::dispatch()
{
    if (m_isCancelled)
        return;
    ++m_attempts;
    m_call = transmit();
}

std::shared_ptr<http::Call> ServiceCall::transmit()
{
    // Handed on whole: were a copy left behind, the callback and what it holds might end on the http client's
    // thread.
    const auto deliver = [&mailbox = m_ways.mailbox,
                             held = std::make_shared<std::shared_ptr<ServiceCall>>(shared_from_this())](
                             Reply reply) {
        auto answered = std::move(*held);
        // Shared, because a function must be copyable: a long answer must not be.
        auto shared = std::make_shared<Reply>(std::move(reply));
        mailbox.post([answered = std::move(answered), shared] { answered->arrived(std::move(*shared)); });
    };
    const auto deliverDone = [deliver](const Result<void> &done) { deliver(Reply::of(done)); };
    const http::Request &request = m_content.request;
    const int target = m_content.target.number();
    switch (m_content.transfer) {
    case Transfer::Upload:
        return m_ways.http.sendFile(request, m_content.file,
            [deliver](const Result<http::Response> &response) { deliver(Reply::of(response)); });
    case Transfer::Download:
        return m_ways.http.download(request, target, deliverDone);
    case Transfer::DownloadInto:
        return m_ways.http.download(request, target, deliverDone, http::Client::Patience::Endless);
    case Transfer::Answer:
        break;
    }
    return m_ways.http.send(
        request, [deliver, read = m_content.read](const Result<http::Response> &response) {
            deliver(Reply::of(response, read));
        });
}

void ServiceCall::arrived(Reply reply)
{
    if (!prepareRepeat(reply))
        return finish(std::move(reply));
    m_ways.locator.start([call = shared_from_this()](const Result<void> &started) {
        if (started)
            call->dispatch();
        else
            call->finish(Reply::failed(started.error()));
    });
}

bool ServiceCall::prepareRepeat(const Reply &reply)
{
    if (!reply.isFromNobody() || m_attempts >= mostAttempts)
        return false;
    switch (m_content.transfer) {
    case Transfer::DownloadInto:
        // What has gone into a pipe cannot be taken back.
        return reply.errors.front().code == "service.unreachable";
    case Transfer::Download:
        return ftruncate(m_content.target.number(), 0) == 0
            && lseek(m_content.target.number(), 0, SEEK_SET) == 0;
    case Transfer::Upload:
    case Transfer::Answer:
        break;
    }
    return true;
}

void ServiceCall::finish(Reply reply)
{
    QObject::disconnect(m_receiverGone);
    m_call.reset();
    if (m_content.transfer == Transfer::Download && !reply.isSuccess())
        unlink(m_content.file.c_str());
    m_content.target.reset();
    const Callback callback = std::exchange(m_callback, nullptr);
    if (m_receiver && !m_isCancelled && callback)
        callback(std::move(reply));
}

} // namespace atelier

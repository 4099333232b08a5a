#include "core/client/ServiceClient.h"

#include "core/base/Ids.h"
#include "core/system/RuntimeFolders.h"

#include <QPointer>

#include <cerrno>
#include <fcntl.h>

namespace atelier {

namespace {

constexpr std::chrono::milliseconds goingInterval{10};

http::Request request(http::Method method, std::string path, http::Fields query = {})
{
    http::Request request;
    request.method = method;
    request.path = std::move(path);
    request.query = std::move(query);
    return request;
}

} // namespace

Result<std::unique_ptr<ServiceClient>> ServiceClient::open(const std::filesystem::path &workspace)
{
    std::error_code failed;
    std::filesystem::path canonical = std::filesystem::canonical(workspace, failed);
    if (failed)
        return systemError("workspace.open", "find the workspace " + workspace.string(), failed.value());
    auto socket = socketPath(canonical);
    if (!socket)
        return socket.error();
    return std::unique_ptr<ServiceClient>(new ServiceClient(std::move(canonical), std::move(*socket)));
}

ServiceClient::ServiceClient(std::filesystem::path workspace, std::filesystem::path socket)
    : m_workspace(std::move(workspace))
    , m_socket(std::move(socket))
    , m_locator(m_workspace, m_socket)
    , m_http(std::make_unique<http::Client>(m_socket))
{
    connect(&m_locator, &ServiceLocator::moved, this, [this](const std::filesystem::path &elsewhere) {
        m_socket = elsewhere;
        m_http->moveTo(elsewhere);
    });
}

// The http client joins its thread, so that nothing is posted to an object that is half gone.
ServiceClient::~ServiceClient()
{
    m_http.reset();
}

void ServiceClient::ensureService(QObject *receiver, std::function<void(Result<void>)> callback)
{
    m_locator.start(
        [guard = QPointer(receiver), callback = std::move(callback)](const Result<void> &outcome) {
            if (guard)
                callback(outcome);
        });
}

void ServiceClient::get(std::string path, http::Fields query, QObject *receiver, Callback callback)
{
    begin({request(http::Method::Get, std::move(path), std::move(query))}, receiver, std::move(callback));
}

void ServiceClient::getAndRead(std::string path, http::Fields query, std::string_view accepted,
    Reply::Read read, QObject *receiver, Callback callback)
{
    ServiceCall::Content content{request(http::Method::Get, std::move(path), std::move(query))};
    content.request.headers.emplace_back("accept", accepted);
    content.read = std::move(read);
    begin(std::move(content), receiver, std::move(callback));
}

void ServiceClient::put(std::string path, const Json &body, QObject *receiver, Callback callback)
{
    ServiceCall::Content content{request(http::Method::Put, std::move(path))};
    content.request.body = toText(body);
    begin(std::move(content), receiver, std::move(callback));
}

void ServiceClient::post(std::string path, const Json &body, QObject *receiver, Callback callback)
{
    act(http::Method::Post, std::move(path), body, receiver, std::move(callback));
}

void ServiceClient::patch(std::string path, const Json &body, QObject *receiver, Callback callback)
{
    act(http::Method::Patch, std::move(path), body, receiver, std::move(callback));
}

void ServiceClient::act(
    http::Method method, std::string path, const Json &body, QObject *receiver, Callback callback)
{
    ServiceCall::Content content{request(method, std::move(path))};
    content.request.body = toText(body);
    content.request.headers.emplace_back("idempotency-key", randomUuid());
    begin(std::move(content), receiver, std::move(callback));
}

void ServiceClient::remove(std::string path, QObject *receiver, Callback callback)
{
    begin({request(http::Method::Delete, std::move(path))}, receiver, std::move(callback));
}

void ServiceClient::upload(std::string path, std::filesystem::path file, QObject *receiver, Callback callback)
{
    ServiceCall::Content content{request(http::Method::Put, std::move(path)), ServiceCall::Transfer::Upload};
    content.request.headers.emplace_back("content-type", "application/octet-stream");
    content.file = std::move(file);
    begin(std::move(content), receiver, std::move(callback));
}

void ServiceClient::download(
    std::string path, std::filesystem::path file, QObject *receiver, Callback callback)
{
    Descriptor target(::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
    if (!target) {
        const Error error = systemError("client.download", "write " + file.string(), errno);
        QMetaObject::invokeMethod(
            receiver, [callback = std::move(callback), error] { callback(Reply::failed(error)); },
            Qt::QueuedConnection);
        return;
    }
    begin({request(http::Method::Get, std::move(path)), ServiceCall::Transfer::Download, std::move(file),
              std::move(target)},
        receiver, std::move(callback));
}

void ServiceClient::downloadInto(
    std::string path, http::Fields query, Descriptor target, QObject *receiver, Callback callback)
{
    ServiceCall::Content content{
        request(http::Method::Get, std::move(path), std::move(query)), ServiceCall::Transfer::DownloadInto};
    content.target = std::move(target);
    begin(std::move(content), receiver, std::move(callback));
}

void ServiceClient::begin(ServiceCall::Content content, QObject *receiver, Callback callback)
{
    ServiceCall::begin({*m_http, m_mailbox, m_locator}, std::move(content), receiver, std::move(callback));
}

void ServiceClient::stop(QObject *receiver, Callback callback)
{
    // Not through begin(): a service that is gone is what was asked for, not to be started again.
    http::Request stopping = request(http::Method::Post, "/api/v1/service/stop");
    stopping.body = "{}";
    m_http->send(std::move(stopping),
        [this, guard = QPointer(receiver), callback = std::move(callback)](
            const Result<http::Response> &response) {
            m_mailbox.post([this, guard, callback, reply = Reply::of(response)] {
                if (!guard)
                    return;
                if (reply.isSuccess())
                    waitUntilGone(guard, callback);
                else if (reply.isFromNobody())
                    stopUnheard(guard, callback);
                else
                    callback(reply);
            });
        });
}

/// A service that does not listen is one that is gone, goes, or has only just been started: that one is told
/// once more.
void ServiceClient::stopUnheard(QObject *receiver, const Callback &callback)
{
    if (serviceProcess(m_socket) == 0)
        return callback({});
    QTimer::singleShot(goingInterval, receiver, [this, receiver, callback] { stop(receiver, callback); });
}

void ServiceClient::waitUntilGone(QObject *receiver, const Callback &callback)
{
    if (serviceProcess(m_socket) == 0)
        return callback({});
    QTimer::singleShot(
        goingInterval, receiver, [this, receiver, callback] { waitUntilGone(receiver, callback); });
}

std::shared_ptr<http::Call> ServiceClient::stream(std::string path, http::Fields query, QObject *receiver,
    std::function<void(const QByteArray &)> onBytes, std::function<void(Result<void>)> onEnd)
{
    const auto deliver = [this, guard = QPointer(receiver)](std::function<void()> act) {
        m_mailbox.post([guard, act = std::move(act)] {
            if (guard)
                act();
        });
    };
    return m_http->open(
        request(http::Method::Get, std::move(path), std::move(query)),
        [deliver, onBytes = std::move(onBytes)](std::string_view bytes) {
            deliver([onBytes, piece = QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size()))] {
                onBytes(piece);
            });
        },
        [deliver, onEnd = std::move(onEnd)](
            const Result<void> &end) { deliver([onEnd, end] { onEnd(end); }); });
}

} // namespace atelier

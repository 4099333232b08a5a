#include "core/client/ServiceClient.h"

#include "core/base/ErrorJson.h"
#include "core/base/Ids.h"
#include "core/base/Json.h"
#include "core/http/ErrorAnswer.h"
#include "core/system/RuntimeFolders.h"

#include <QPointer>

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace atelier {

namespace {

constexpr int mostAttempts = 3;

constexpr std::chrono::milliseconds goingInterval{10};

/// Whether the service was gone before it answered.
bool isGone(const Error &error)
{
    return error.code == "service.unreachable" || error.code == "service.connection-lost";
}

Reply failure(Error error)
{
    return {Json(), {std::move(error)}};
}

Reply refusalOf(const http::Response &response)
{
    Reply reply;
    const auto json = parseJson(response.body);
    if (json && json->is_object())
        if (const auto errors = json->find("errors"); errors != json->end() && errors->is_array())
            for (const Json &error : *errors)
                reply.errors.push_back(errorFromJson(error));
    if (reply.errors.empty())
        reply.errors.push_back(http::errorOf(response));
    return reply;
}

Reply doneOf(const Result<void> &done)
{
    return done ? Reply{} : failure(done.error());
}

http::Request request(http::Method method, std::string path, http::Fields query = {})
{
    http::Request request;
    request.method = method;
    request.path = std::move(path);
    request.query = std::move(query);
    return request;
}

} // namespace

/// A call from its beginning to its callback, over all its attempts.
struct ServiceClient::Operation
{
    enum class Transfer { Answer, Upload, Download, DownloadInto };

    http::Request request;
    Transfer transfer = Transfer::Answer;
    std::filesystem::path file;
    Descriptor target; ///< of a download
    Read read; ///< on the http client's thread
    QPointer<QObject> receiver;
    Callback callback;
    QMetaObject::Connection receiverGone;
    int attempts = 0;
    std::shared_ptr<http::Call> call;
    bool isCancelled = false;
};

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

Result<Json> ServiceClient::jsonOf(std::string_view body)
{
    if (auto json = parseJson(body))
        return std::move(*json);
    return Error{ErrorKind::Internal, "service.malformed-answer",
        "The service's answer is not JSON. Its version may not fit this program's: end it, then try again.",
        {}, {}};
}

// On the http client's thread, so that a long answer is not parsed on the window's.
Reply ServiceClient::replyOf(const Result<http::Response> &response, const Read &read)
{
    if (!response)
        return failure(response.error());
    if (response->status >= 300)
        return refusalOf(*response);
    if (read)
        return doneOf(read(response->body));
    auto json = jsonOf(response->body);
    return json ? Reply{std::move(*json), {}} : failure(json.error());
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
    auto operation = std::make_shared<Operation>();
    operation->request = request(http::Method::Get, std::move(path), std::move(query));
    begin(operation, receiver, std::move(callback));
}

void ServiceClient::getAndRead(std::string path, http::Fields query, std::string_view accepted, Read read,
    QObject *receiver, Callback callback)
{
    auto operation = std::make_shared<Operation>();
    operation->request = request(http::Method::Get, std::move(path), std::move(query));
    operation->request.headers.emplace_back("accept", accepted);
    operation->read = std::move(read);
    begin(operation, receiver, std::move(callback));
}

void ServiceClient::put(std::string path, const Json &body, QObject *receiver, Callback callback)
{
    auto operation = std::make_shared<Operation>();
    operation->request = request(http::Method::Put, std::move(path));
    operation->request.body = toText(body);
    begin(operation, receiver, std::move(callback));
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
    auto operation = std::make_shared<Operation>();
    operation->request = request(method, std::move(path));
    operation->request.body = toText(body);
    operation->request.headers.emplace_back("idempotency-key", randomUuid());
    begin(operation, receiver, std::move(callback));
}

void ServiceClient::remove(std::string path, QObject *receiver, Callback callback)
{
    auto operation = std::make_shared<Operation>();
    operation->request = request(http::Method::Delete, std::move(path));
    begin(operation, receiver, std::move(callback));
}

void ServiceClient::upload(std::string path, std::filesystem::path file, QObject *receiver, Callback callback)
{
    auto operation = std::make_shared<Operation>();
    operation->transfer = Operation::Transfer::Upload;
    operation->request = request(http::Method::Put, std::move(path));
    operation->request.headers.emplace_back("content-type", "application/octet-stream");
    operation->file = std::move(file);
    begin(operation, receiver, std::move(callback));
}

void ServiceClient::download(
    std::string path, std::filesystem::path file, QObject *receiver, Callback callback)
{
    auto operation = std::make_shared<Operation>();
    operation->transfer = Operation::Transfer::Download;
    operation->request = request(http::Method::Get, std::move(path));
    operation->target = Descriptor(::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
    if (!operation->target) {
        const Error error = systemError("client.download", "write " + file.string(), errno);
        QMetaObject::invokeMethod(
            receiver, [callback = std::move(callback), error] { callback(failure(error)); },
            Qt::QueuedConnection);
        return;
    }
    operation->file = std::move(file);
    begin(operation, receiver, std::move(callback));
}

void ServiceClient::downloadInto(
    std::string path, http::Fields query, Descriptor target, QObject *receiver, Callback callback)
{
    auto operation = std::make_shared<Operation>();
    operation->transfer = Operation::Transfer::DownloadInto;
    operation->request = request(http::Method::Get, std::move(path), std::move(query));
    operation->target = std::move(target);
    begin(operation, receiver, std::move(callback));
}

void ServiceClient::begin(const Pending &operation, QObject *receiver, Callback callback)
{
    operation->receiver = receiver;
    operation->callback = std::move(callback);
    operation->receiverGone = connect(receiver, &QObject::destroyed, this, [weak = std::weak_ptr(operation)] {
        if (const Pending gone = weak.lock()) {
            gone->isCancelled = true;
            if (gone->call)
                gone->call->cancel();
        }
    });
    dispatch(operation);
}

void ServiceClient::dispatch(const Pending &operation)
{
    if (operation->isCancelled)
        return;
    ++operation->attempts;
    operation->call = transmit(operation);
}

std::shared_ptr<http::Call> ServiceClient::transmit(const Pending &operation)
{
    // Handed on whole: were a copy left behind, the callback and what it holds might end on the http client's
    // thread.
    const auto deliver = [this, held = std::make_shared<Pending>(operation)](Reply reply) {
        Pending answered = std::move(*held);
        // Shared, because a function must be copyable: a long answer must not be.
        auto shared = std::make_shared<Reply>(std::move(reply));
        m_mailbox.post(
            [this, answered = std::move(answered), shared] { arrived(answered, std::move(*shared)); });
    };
    switch (operation->transfer) {
    case Operation::Transfer::Upload:
        return m_http->sendFile(operation->request, operation->file,
            [deliver](const Result<http::Response> &response) { deliver(replyOf(response)); });
    case Operation::Transfer::Download:
        return m_http->download(operation->request, operation->target.number(),
            [deliver](const Result<void> &done) { deliver(doneOf(done)); });
    case Operation::Transfer::DownloadInto:
        return m_http->download(
            operation->request, operation->target.number(),
            [deliver](const Result<void> &done) { deliver(doneOf(done)); }, http::Client::Patience::Endless);
    case Operation::Transfer::Answer:
        break;
    }
    return m_http->send(
        operation->request, [deliver, read = operation->read](const Result<http::Response> &response) {
            deliver(replyOf(response, read));
        });
}

void ServiceClient::arrived(const Pending &operation, Reply reply)
{
    const bool isInterrupted = !reply.isSuccess() && isGone(reply.errors.front());
    // What has gone into a pipe cannot be taken back.
    const bool isBegun = operation->transfer == Operation::Transfer::DownloadInto && isInterrupted
        && reply.errors.front().code != "service.unreachable";
    if (!isInterrupted || isBegun || operation->attempts >= mostAttempts)
        return finish(operation, std::move(reply));
    if (operation->transfer == Operation::Transfer::Download
        && (ftruncate(operation->target.number(), 0) != 0
            || lseek(operation->target.number(), 0, SEEK_SET) != 0))
        return finish(operation, std::move(reply));
    m_locator.start([this, operation](const Result<void> &started) {
        if (started)
            dispatch(operation);
        else
            finish(operation, failure(started.error()));
    });
}

void ServiceClient::finish(const Pending &operation, Reply reply)
{
    disconnect(operation->receiverGone);
    operation->call.reset();
    if (operation->transfer == Operation::Transfer::Download && !reply.isSuccess())
        unlink(operation->file.c_str());
    operation->target.reset();
    const Callback callback = std::exchange(operation->callback, nullptr);
    if (operation->receiver && !operation->isCancelled && callback)
        callback(std::move(reply));
}

void ServiceClient::stop(QObject *receiver, Callback callback)
{
    // Not through begin(): a service that is gone is what was asked for, not to be started again.
    http::Request stopping = request(http::Method::Post, "/api/v1/service/stop");
    stopping.body = "{}";
    m_http->send(std::move(stopping),
        [this, guard = QPointer(receiver), callback = std::move(callback)](
            const Result<http::Response> &response) {
            m_mailbox.post([this, guard, callback, reply = replyOf(response)] {
                if (!guard)
                    return;
                if (reply.isSuccess())
                    waitUntilGone(guard, callback);
                else if (isGone(reply.errors.front()))
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

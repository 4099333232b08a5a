#pragma once

#include "core/base/Json.h"
#include "core/base/Result.h"
#include "core/client/Mailbox.h"
#include "core/client/ServiceCall.h"
#include "core/client/ServiceLocator.h"
#include "core/http/Client.h"
#include "core/system/Descriptor.h"

#include <QByteArray>
#include <QObject>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace atelier {

/// Talks to the service of one workspace, which it starts when a call finds none. Lives on one thread, with
/// an event loop, and so do all receivers: a callback comes on that thread while its receiver lives; when the
/// receiver goes, the call is cancelled. A call that the service's end interrupted is repeated once it is
/// back: every route stands that.
class ServiceClient : public QObject
{
    Q_OBJECT

public:
    using Callback = ServiceCall::Callback;

    /// `workspace` must exist; nothing is sent yet.
    [[nodiscard]] static Result<std::unique_ptr<ServiceClient>> open(const std::filesystem::path &workspace);
    ~ServiceClient() override;

    /// Has the service started where it does not run.
    void ensureService(QObject *receiver, std::function<void(Result<void>)> callback);

    void get(std::string path, http::Fields query, QObject *receiver, Callback callback);
    /// The answer as `read` makes it of the JSON. It is read on the connection's thread: a long answer costs
    /// the receiver's thread nothing.
    template<typename T>
    void ask(std::string path, http::Fields query, std::function<T(const Json &)> read, QObject *receiver,
        std::function<void(Result<T>)> callback)
    {
        askBytes<T>(
            std::move(path), std::move(query), "application/json",
            [read = std::move(read)](std::string_view body) -> Result<T> {
                const Result<Json> json = Reply::jsonOf(body);
                if (!json)
                    return json.error();
                return read(*json);
            },
            receiver, std::move(callback));
    }
    /// The same for an answer of the media type `accepted`, which `read` gets as it came.
    template<typename T>
    void askBytes(std::string path, http::Fields query, std::string_view accepted,
        std::function<Result<T>(std::string_view body)> read, QObject *receiver,
        std::function<void(Result<T>)> callback)
    {
        auto value = std::make_shared<std::optional<T>>();
        getAndRead(
            std::move(path), std::move(query), accepted,
            [value, read = std::move(read)](std::string_view body) -> Result<void> {
                Result<T> taken = read(body);
                if (!taken)
                    return taken.error();
                value->emplace(std::move(*taken));
                return {};
            },
            receiver,
            [value, callback = std::move(callback)](const Reply &reply) {
                if (reply.isSuccess())
                    callback(std::move(**value));
                else
                    callback(reply.errors.front());
            });
    }
    void put(std::string path, const Json &body, QObject *receiver, Callback callback);
    void post(std::string path, const Json &body, QObject *receiver, Callback callback);
    void patch(std::string path, const Json &body, QObject *receiver, Callback callback);
    void remove(std::string path, QObject *receiver, Callback callback);
    /// Sends a file as it is.
    void upload(std::string path, std::filesystem::path file, QObject *receiver, Callback callback);
    /// Writes an answer into a file, which is made or replaced, and removed where that fails.
    void download(std::string path, std::filesystem::path file, QObject *receiver, Callback callback);
    /// Writes an answer that the service may take minutes to make into an open file or pipe, from where that
    /// stands. What was written when it fails stays there.
    void downloadInto(
        std::string path, http::Fields query, Descriptor target, QObject *receiver, Callback callback);
    /// Ends the service, unless jobs are unfinished; calls back when it is gone, at once where none runs.
    void stop(QObject *receiver, Callback callback);

    /// An answer without an end. It is not opened again by itself: see ServiceStream.
    std::shared_ptr<http::Call> stream(std::string path, http::Fields query, QObject *receiver,
        std::function<void(const QByteArray &)> onBytes, std::function<void(Result<void>)> onEnd);

    [[nodiscard]] const std::filesystem::path &workspace() const { return m_workspace; }
    [[nodiscard]] const std::filesystem::path &socket() const { return m_socket; }

private:
    ServiceClient(std::filesystem::path workspace, std::filesystem::path socket);
    void getAndRead(std::string path, http::Fields query, std::string_view accepted, Reply::Read read,
        QObject *receiver, Callback callback);
    void act(http::Method method, std::string path, const Json &body, QObject *receiver, Callback callback);
    void begin(ServiceCall::Content content, QObject *receiver, Callback callback);
    void stopUnheard(QObject *receiver, const Callback &callback);
    void waitUntilGone(QObject *receiver, const Callback &callback);

    const std::filesystem::path m_workspace;
    std::filesystem::path m_socket;
    ServiceLocator m_locator;
    Mailbox m_mailbox;
    std::unique_ptr<http::Client> m_http;
};

} // namespace atelier

#pragma once

#include "core/client/Reply.h"
#include "core/system/Descriptor.h"

#include <QMetaObject>
#include <QObject>
#include <QPointer>

#include <filesystem>
#include <functional>
#include <memory>

namespace atelier {

class Mailbox;
class ServiceLocator;

/// A call of the service from its beginning to its callback, over all its attempts: one that the service's
/// end interrupted is repeated once it is back. Holds itself while it is under way, and belongs to the thread
/// of its client, all of whose parts outlive it.
class ServiceCall : public std::enable_shared_from_this<ServiceCall>
{
public:
    /// What a client calls through.
    struct Ways
    {
        http::Client &http;
        Mailbox &mailbox;
        ServiceLocator &locator;
    };
    enum class Transfer { Answer, Upload, Download, DownloadInto };
    /// What goes there, and what comes back.
    struct Content
    {
        http::Request request;
        Transfer transfer = Transfer::Answer;
        std::filesystem::path file = {}; ///< which is sent, or written
        Descriptor target = {}; ///< of a download
        Reply::Read read = {}; ///< on the http client's thread, so that the window's parses no long answer
    };
    using Callback = std::function<void(Reply)>;

    /// The callback comes while the receiver lives; when that goes, the call is cancelled.
    static void begin(Ways ways, Content content, QObject *receiver, Callback callback);

private:
    ServiceCall(Ways ways, Content content, QObject *receiver, Callback callback);
    void watchReceiver();
    void dispatch();
    [[nodiscard]] std::shared_ptr<http::Call> transmit();
    void arrived(Reply reply);
    /// Answers whether the call may be made once more, and takes back what the last attempt wrote.
    [[nodiscard]] bool prepareRepeat(const Reply &reply);
    void finish(Reply reply);

    const Ways m_ways;
    Content m_content;
    QPointer<QObject> m_receiver;
    Callback m_callback;
    QMetaObject::Connection m_receiverGone;
    int m_attempts = 0;
    std::shared_ptr<http::Call> m_call;
    bool m_isCancelled = false;
};

} // namespace atelier

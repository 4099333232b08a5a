#pragma once

#include "core/client/ServiceClient.h"

#include <QTimer>

namespace atelier {

/// An endless answer of the service that is opened again, with growing pauses, whenever it breaks off.
class ServiceStream : public QObject
{
    Q_OBJECT

public:
    /// `query` says at each opening where to go on. The client must outlive the stream.
    ServiceStream(ServiceClient &client, std::string path, std::function<http::Fields()> query,
        QObject *parent = nullptr);
    ~ServiceStream() override;

    void open();
    void close();
    /// Opens it after a pause, as after a break.
    void reopen();
    [[nodiscard]] bool isConnected() const { return m_isConnected; }
    /// Whether it was asked for and has not ended; false while the service is being started.
    [[nodiscard]] bool isOpen() const { return m_call != nullptr; }

Q_SIGNALS:
    /// It is asked for; nothing has come yet.
    void opened();
    void received(const QByteArray &bytes);
    void connectionChanged(bool isConnected);
    /// The service closed it in good order; it is not opened again unless the reader says so.
    void finished();
    /// The service cannot be started; it is tried again.
    void unavailable(const atelier::Error &error);
    /// The service refuses it; it is not opened again.
    void failed(const atelier::Error &error);

private:
    void take(const QByteArray &bytes);
    void ended(const Result<void> &end);
    void setConnected(bool isConnected);

    ServiceClient &m_client;
    const std::string m_path;
    const std::function<http::Fields()> m_query;
    std::shared_ptr<http::Call> m_call;
    int m_opening = 0; ///< tells late bytes of an earlier opening
    bool m_isConnected = false;
    QTimer m_pause;
    int m_pauseMs;
};

} // namespace atelier

#pragma once

#include "core/base/Json.h"
#include "core/client/CodeSnapshot.h"
#include "core/client/Mailbox.h"
#include "core/client/ServiceClient.h"
#include "core/document/JobDocument.h"

#include <QObject>

#include <deque>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace atelier {

/// Reads a job's document, sends the code that it names and submits it. One submission in its life. The
/// client must outlive it.
class JobSubmission : public QObject
{
    Q_OBJECT

public:
    struct Request
    {
        std::filesystem::path file;
        std::vector<std::string> settings; ///< `path=value`, before anything is checked
        std::string name; ///< "" takes the document's, or a random one
        std::string experiment; ///< where the document names none
    };

    explicit JobSubmission(ServiceClient &client, QObject *parent = nullptr);
    ~JobSubmission() override;

    void submit(Request request);
    /// Every check of a submission, by the service too, without sending code or submitting.
    void validate(Request request);

Q_SIGNALS:
    /// Files of code sent, of those that the service did not have yet.
    void progressed(std::size_t sent, std::size_t files);
    /// The job as the service describes it.
    void submitted(const atelier::Json &job, const std::vector<atelier::Error> &warnings);
    void validated(const std::vector<atelier::Error> &warnings);
    void failed(const std::vector<atelier::Error> &errors, const std::vector<atelier::Error> &warnings);

private:
    enum class Purpose { Submit, Validate };

    struct Prepared
    {
        Loaded<JobDocument> loaded;
        std::map<std::string, CodeSnapshot> code; ///< by path
        std::vector<Error> errors;
    };

    void start(Request request, Purpose purpose);
    [[nodiscard]] static Prepared prepare(const Request &request, Purpose purpose);
    void prepared(Prepared prepared);
    void sendNextSnapshot();
    void offerSnapshot(const CodeSnapshot &snapshot);
    void sendBlobs();
    void sendJob();
    void sendForChecking();
    void fail(const std::vector<Error> &errors);
    [[nodiscard]] std::vector<Error> warningsWith(const Json &answer) const;

    ServiceClient &m_client;
    Mailbox m_mailbox;
    Request m_request;
    Purpose m_purpose = Purpose::Submit;
    Prepared m_prepared;
    std::deque<const CodeSnapshot *> m_snapshots; ///< still to be sent
    std::deque<std::string> m_blobs; ///< of the first snapshot, still to be sent
    std::size_t m_sent = 0;
    std::size_t m_files = 0;
    std::size_t m_inFlight = 0;
    bool m_hasFailed = false;
    std::thread m_worker; ///< reads and hashes
};

} // namespace atelier

#pragma once

#include "core/base/Json.h"
#include "core/client/ServiceClient.h"

#include <QObject>

#include <deque>
#include <filesystem>
#include <string>

namespace atelier::cli {

class Session;

/// Copies a job's outputs and logs, and those of its steps, into a new folder.
class JobDownload : public QObject
{
    Q_OBJECT

public:
    /// `target` must be absent or empty.
    JobDownload(Session &session, std::string job, std::filesystem::path target);

    void start();

private:
    struct Listing
    {
        std::string job;
        std::string part; ///< outputs, logs
        std::filesystem::path folder;
    };
    struct File
    {
        std::string address;
        std::filesystem::path target;
        std::uint64_t bytes = 0;
    };

    void plan(const Json &job);
    void listNext();
    [[nodiscard]] bool addFiles(const Listing &listing, const Json &files);
    void fetch();
    void fetched(const File &file, const Reply &reply);
    void finish();

    Session &m_session;
    const std::string m_job;
    const std::filesystem::path m_target;
    std::deque<Listing> m_listings;
    std::deque<File> m_files;
    std::size_t m_count = 0;
    std::size_t m_done = 0;
    std::uint64_t m_bytes = 0;
    int m_inFlight = 0;
};

} // namespace atelier::cli

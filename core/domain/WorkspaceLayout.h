#pragma once

#include <filesystem>
#include <string>

namespace atelier {

/// Where things lie in a workspace's folder. Paths only: nothing is opened or made here.
class WorkspaceLayout
{
public:
    /// `root` is the workspace's folder, absolute.
    explicit WorkspaceLayout(std::filesystem::path root)
        : m_root(std::move(root))
    {
    }

    [[nodiscard]] const std::filesystem::path &root() const { return m_root; }
    [[nodiscard]] std::filesystem::path database() const { return m_root / "workspace.db"; }
    [[nodiscard]] std::filesystem::path instanceLock() const { return m_root / "service.lock"; }
    [[nodiscard]] std::filesystem::path serviceLog() const { return m_root / "service.log"; }
    [[nodiscard]] std::filesystem::path backups() const { return m_root / "backups"; }
    [[nodiscard]] std::filesystem::path data() const { return m_root / "data"; }
    /// May be deleted at any time: uploaded code that jobs have their own copies of.
    [[nodiscard]] std::filesystem::path cache() const { return m_root / "cache"; }

    [[nodiscard]] std::filesystem::path jobs() const { return m_root / "jobs"; }
    [[nodiscard]] std::filesystem::path job(const std::string &name) const { return jobs() / name; }
    /// The code as submitted.
    [[nodiscard]] std::filesystem::path snapshot(const std::string &job_) const
    {
        return job(job_) / "snapshot";
    }
    /// The job's artifacts, and below it its named outputs.
    [[nodiscard]] std::filesystem::path outputs(const std::string &job_) const
    {
        return job(job_) / "outputs";
    }
    [[nodiscard]] std::filesystem::path logs(const std::string &job_) const { return job(job_) / "logs"; }
    /// Standard output and error of the job.
    [[nodiscard]] std::filesystem::path log(const std::string &job_) const
    {
        return logs(job_) / "std_log.txt";
    }
    [[nodiscard]] std::filesystem::path attempts(const std::string &job_) const
    {
        return job(job_) / "attempts";
    }
    /// Where the command runs: a copy of the snapshot.
    [[nodiscard]] std::filesystem::path work(const std::string &job_) const { return job(job_) / "work"; }

private:
    std::filesystem::path m_root;
};

} // namespace atelier

#pragma once

#include "core/client/JobWatch.h"

#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace atelier::ui {

/// The jobs of a comparison, each watched, in their order. The connection must outlive it.
class ComparedJobs : public QObject
{
    Q_OBJECT

public:
    /// Why the jobs cannot be compared: the first of those that could not be had.
    struct Obstacle
    {
        QString job;
        std::optional<Error> error; ///< nothing: there is no such job
    };

    explicit ComparedJobs(WorkspaceConnection &connection, QObject *parent = nullptr);

    /// These from now on; what is known of those that were among the jobs before is kept.
    void watch(const QStringList &jobs);
    void setPaused(bool isPaused);
    void refresh();

    [[nodiscard]] std::size_t size() const { return m_jobs.size(); }
    [[nodiscard]] QString name(std::size_t number) const;
    /// Nothing where it is not among them.
    [[nodiscard]] std::optional<std::size_t> numberOf(const QString &name) const;
    /// Of those that are known; of all where `isComplete`.
    [[nodiscard]] std::vector<JobDetail> details() const;
    [[nodiscard]] bool isComplete() const;
    /// Nothing while it is asked again whether it still stands.
    [[nodiscard]] std::optional<Obstacle> obstacle() const;
    /// Those that could not be had, also while they are asked for again; others may not be known yet.
    [[nodiscard]] QStringList missing() const;

Q_SIGNALS:
    void changed();
    /// A job that was shown is not there any more.
    void deleted(const QString &job, const QString &title);

private:
    struct Job
    {
        std::unique_ptr<JobWatch> watch;
        QString title; ///< as it was last seen; "" of a job that was never seen
        std::optional<Obstacle> obstacle;
        bool isAskedAgain = false; ///< since the obstacle
    };

    [[nodiscard]] std::unique_ptr<Job> open(const QString &name);
    [[nodiscard]] static bool isMissing(const std::unique_ptr<Job> &job);
    void see(Job &job);
    void miss(Job &job);

    WorkspaceConnection &m_connection;
    std::vector<std::unique_ptr<Job>> m_jobs;
    bool m_isPaused = true;
};

} // namespace atelier::ui

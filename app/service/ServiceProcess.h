#pragma once

#include "core/access/Access.h"
#include "core/compute/LocalDriver.h"
#include "core/data/ContentDigest.h"
#include "core/data/SnapshotStore.h"
#include "core/domain/WorkspaceLayout.h"
#include "core/execution/Scheduler.h"
#include "core/http/Server.h"
#include "core/service/DataRoutes.h"
#include "core/service/EventHub.h"
#include "core/service/ExperimentRoutes.h"
#include "core/service/ExpiredJobs.h"
#include "core/service/Gate.h"
#include "core/service/JobFilterRoutes.h"
#include "core/service/JobRoutes.h"
#include "core/service/JobService.h"
#include "core/service/JobSubmission.h"
#include "core/service/JobViewRoutes.h"
#include "core/service/LogFollowers.h"
#include "core/service/MachineRoutes.h"
#include "core/service/RouteTable.h"
#include "core/service/ServiceRoutes.h"
#include "core/service/SnapshotRoutes.h"
#include "core/service/TableRoutes.h"
#include "core/service/TrackingRoutes.h"
#include "core/storage/ReaderPool.h"
#include "core/storage/Writer.h"
#include "core/system/InstanceLock.h"
#include "core/system/MachineLoad.h"

#include <atomic>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace atelier {

/// Everything that serves one workspace, put together in order and taken apart in the reverse.
class ServiceProcess
{
public:
    struct Options
    {
        std::filesystem::path workspace;
        std::filesystem::path program; ///< this executable: jobd and tables lie beside it
        std::filesystem::path resources;
    };

    /// Opens the workspace, takes up its unfinished jobs, and answers requests from then on.
    [[nodiscard]] static Result<std::unique_ptr<ServiceProcess>> start(const Options &options);
    ~ServiceProcess();
    ServiceProcess(const ServiceProcess &) = delete;
    ServiceProcess &operator=(const ServiceProcess &) = delete;

    /// To be called every few seconds: keeps streams alive, and once a day removes what was deleted long ago.
    void beat();
    /// Tells everyone who follows the machine's load since the call before.
    void tellLoad();
    /// Nobody is connected and no job is unfinished.
    [[nodiscard]] bool isIdle() const;
    /// Becomes readable when a client asked for the end.
    [[nodiscard]] int stopDescriptor() const { return m_stop.number(); }

private:
    explicit ServiceProcess(const Options &options);

    [[nodiscard]] Result<void> openStorage();
    [[nodiscard]] Result<void> openAccess();
    [[nodiscard]] Result<void> listen();
    [[nodiscard]] Result<std::uint16_t> bindPort();
    [[nodiscard]] Result<void> openTracking();
    [[nodiscard]] Result<void> startJobs();
    void addRoutes();
    void removeExpired();
    [[nodiscard]] bool hasJobEnded(const std::string &job) const;

    Options m_options;
    WorkspaceLayout m_layout;
    Descriptor m_stop; ///< eventfd
    std::filesystem::path m_socket;
    std::uint16_t m_port = 0;
    double m_cores = 1;

    std::optional<InstanceLock> m_lock;
    std::unique_ptr<ReaderPool> m_readers;
    std::unique_ptr<EventHub> m_hub;
    std::unique_ptr<KeptAnswers> m_answers; ///< before the writer, whose last works end answers
    std::unique_ptr<Writer> m_writer;
    RunTokens m_tokens;
    std::unique_ptr<Access> m_access;
    std::optional<SnapshotStore> m_snapshots;
    ContentDigest m_digests;
    std::unique_ptr<Scheduler> m_scheduler;
    std::unique_ptr<LocalDriver> m_driver; ///< after the scheduler, which its callbacks reach
    std::unique_ptr<LogFollowers> m_followers;
    std::unique_ptr<WorkerPool> m_pool;
    std::unique_ptr<JobSubmission> m_submission;
    std::unique_ptr<JobService> m_jobs;
    std::unique_ptr<ExpiredJobs> m_expired;
    std::int64_t m_lastRemovalMs = 0; ///< of the steady clock
    std::unique_ptr<JobRoutes> m_jobRoutes;
    std::unique_ptr<JobFilterRoutes> m_jobFilterRoutes;
    std::unique_ptr<JobViewRoutes> m_jobViewRoutes;
    std::unique_ptr<TableRoutes> m_tableRoutes;
    std::unique_ptr<DataRoutes> m_dataRoutes;
    std::unique_ptr<ExperimentRoutes> m_experimentRoutes;
    std::unique_ptr<SnapshotRoutes> m_snapshotRoutes;
    std::unique_ptr<ServiceRoutes> m_serviceRoutes;
    std::unique_ptr<MachineRoutes> m_machineRoutes;
    std::unique_ptr<TrackingRoutes> m_trackingRoutes;
    LoadMeter m_meter;
    RouteTable m_routes;
    std::unique_ptr<Gate> m_gate;
    std::unique_ptr<http::Server> m_server; ///< last: nothing answers once it is gone
};

} // namespace atelier

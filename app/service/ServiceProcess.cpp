#include "app/service/ServiceProcess.h"

#include "core/base/Ids.h"
#include "core/storage/AttemptRepository.h"
#include "core/storage/ChangeRepository.h"
#include "core/storage/Database.h"
#include "core/storage/Migrations.h"
#include "core/storage/SettingRepository.h"
#include "core/system/Clock.h"
#include "core/system/File.h"
#include "core/system/HostMetrics.h"
#include "core/system/RuntimeFolders.h"

#include <charconv>
#include <cstdio>
#include <sys/eventfd.h>
#include <unistd.h>

namespace atelier {

namespace {

constexpr std::size_t poolThreads = 8; // most of them wait for a commit
constexpr std::size_t readers = poolThreads + 2; // the scheduler and the server's thread never wait for one
constexpr std::size_t longestQueue = 1000;
constexpr std::int64_t dayMs = std::int64_t{24} * 60 * 60 * 1000;
constexpr const char *portSetting = "tracking.port";
constexpr const char *duckdb = "npm/node_modules/@duckdb/node-bindings-linux-x64/libduckdb.so";

} // namespace

ServiceProcess::ServiceProcess(const Options &options)
    : m_options(options)
    , m_layout(options.workspace)
    , m_stop(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
    , m_cores(hostCapacity().cores)
{
}

ServiceProcess::~ServiceProcess()
{
    // Streams and requests first, while all that they use is still there.
    if (m_hub)
        m_hub->close();
    m_server.reset();
    m_pool.reset();
    m_followers.reset();
    // The driver tells the scheduler, and the scheduler asks the driver: neither may find the other gone.
    if (m_scheduler)
        m_scheduler->stop();
    m_driver.reset();
    m_scheduler.reset();
    if (!m_socket.empty())
        unlink(m_socket.c_str());
}

Result<std::unique_ptr<ServiceProcess>> ServiceProcess::start(const Options &options)
{
    std::unique_ptr<ServiceProcess> service(new ServiceProcess(options));
    using Step = Result<void> (ServiceProcess::*)();
    for (const Step step : {&ServiceProcess::openStorage, &ServiceProcess::openAccess,
             &ServiceProcess::listen, &ServiceProcess::openTracking, &ServiceProcess::startJobs})
        if (auto done = (service.get()->*step)(); !done)
            return done.error();
    service->m_server->start();
    service->removeExpired();
    return service;
}

Result<void> ServiceProcess::openStorage()
{
    const auto socket = socketPath(m_options.workspace);
    if (!socket)
        return socket.error();
    // The path depends on the environment: a client with another one reads here where this service is.
    auto lock = InstanceLock::acquire(
        m_layout.instanceLock(), "atelierd, process " + std::to_string(getpid()) + "\n" + socket->string());
    if (!lock)
        return lock.error();
    m_lock.emplace(std::move(*lock));
    {
        auto database = Database::open(m_layout.database());
        if (!database)
            return database.error();
        if (auto migrated = migrate(*database, m_layout.backups()); !migrated)
            return migrated;
    }
    auto pool = ReaderPool::open(m_layout.database(), readers);
    if (!pool)
        return pool.error();
    m_readers = std::move(*pool);
    m_hub = std::make_unique<EventHub>(*m_readers);
    auto writer = Writer::open(m_layout.database(),
        [hub = m_hub.get()](const std::vector<Change> &changes) { hub->publish(changes); });
    if (!writer)
        return writer.error();
    m_writer = std::move(*writer);
    auto snapshots = SnapshotStore::open(m_layout.cache());
    if (!snapshots)
        return snapshots.error();
    m_snapshots.emplace(std::move(*snapshots));
    return m_writer->run([](WriteContext &context) { return ChangeRepository::prune(context.database()); });
}

Result<void> ServiceProcess::openAccess()
{
    auto socket = socketPath(m_options.workspace);
    if (!socket)
        return socket.error();
    // Beside the socket, where only this user reads; kept over restarts, so that clients need not ask again.
    std::filesystem::path file = *socket;
    file.replace_extension(".token");
    auto token = readFile(file, 200);
    if (!token || token->size() < 64) {
        token = "atelier-" + randomHex(32);
        if (auto written = durableWrite(file, *token); !written)
            return written;
    }
    m_access = std::make_unique<Access>(*token, m_tokens);
    m_pool = std::make_unique<WorkerPool>(poolThreads, longestQueue);
    m_answers = std::make_unique<KeptAnswers>(*m_writer, *m_readers);
    m_gate = std::make_unique<Gate>(*m_access, m_routes, *m_answers, *m_pool);
    m_server = std::make_unique<http::Server>(*m_gate);
    if (auto bound = m_server->listenUnix(*socket); !bound)
        return bound;
    m_socket = std::move(*socket);
    return {};
}

Result<void> ServiceProcess::listen()
{
    const auto port = bindPort();
    if (!port)
        return port.error();
    m_port = *port;
    m_access->setPort(m_port);
    return m_writer->run([this](WriteContext &context) {
        return SettingRepository::set(context.database(), portSetting, std::to_string(m_port));
    });
}

Result<std::uint16_t> ServiceProcess::bindPort()
{
    const auto kept
        = m_readers->read([](Database &database) { return SettingRepository::find(database, portSetting); });
    if (!kept)
        return kept.error();
    std::uint16_t port = 0;
    if (*kept)
        std::from_chars((*kept)->data(), (*kept)->data() + (*kept)->size(), port);
    auto bound = m_server->listenLoopback(port);
    if (bound || port == 0)
        return bound;
    const auto open = m_readers->read([](Database &database) { return AttemptRepository::open(database); });
    if (!open)
        return open.error();
    if (open->empty())
        return m_server->listenLoopback(0); // no job knows the old one any more
    return Error{ErrorKind::Unavailable, "service.port-taken",
        "Port " + std::to_string(port)
            + " is used by another program, but jobs of this workspace are running that send "
              "their metrics there: end that program, then open the workspace again.",
        {{"port", std::to_string(port)}}, {}};
}

Result<void> ServiceProcess::openTracking()
{
    auto tracking = TrackingRoutes::open(*m_writer, *m_readers, m_layout);
    if (!tracking)
        return tracking.error();
    m_trackingRoutes = std::move(*tracking);
    m_trackingRoutes->add(m_routes);
    return {};
}

Result<void> ServiceProcess::startJobs()
{
    LocalDriverSettings settings;
    settings.supervisor = m_options.program.parent_path() / "atelier-jobd";
    settings.serviceSocket = m_socket.string();
    settings.restartCommand = {m_options.program.string(), "--workspace", m_layout.root().string()};
    m_driver = std::make_unique<LocalDriver>(
        std::move(settings), [this](const std::string &uuid) { m_scheduler->attemptChanged(uuid); });
    JobRuntime runtime{m_options.resources, m_options.resources / duckdb, m_port};
    if (!std::filesystem::exists(runtime.duckdb))
        runtime.duckdb.clear();
    m_scheduler = std::make_unique<Scheduler>(
        Scheduler::Parts{m_layout, *m_writer, *m_readers, *m_driver, m_tokens, runtime, m_cores});
    addRoutes();
    return m_scheduler->start();
}

void ServiceProcess::addRoutes()
{
    m_followers = std::make_unique<LogFollowers>([this](const std::string &job) { return hasJobEnded(job); });
    m_submission = std::make_unique<JobSubmission>(
        JobSubmission::Parts{m_layout, *m_writer, *m_readers, *m_scheduler, *m_snapshots, m_digests});
    m_jobs = std::make_unique<JobService>(*m_writer, *m_readers, *m_scheduler);
    m_expired = std::make_unique<ExpiredJobs>(m_layout, *m_writer, *m_readers);
    m_jobRoutes = std::make_unique<JobRoutes>(*m_submission, *m_jobs, *m_followers, m_layout);
    m_jobFilterRoutes = std::make_unique<JobFilterRoutes>(*m_readers);
    m_jobViewRoutes = std::make_unique<JobViewRoutes>(*m_writer, *m_readers);
    m_tableRoutes = std::make_unique<TableRoutes>(TableRoutes::Parts{*m_jobs, *m_readers, m_layout,
        TableReader({m_options.program.parent_path() / "atelier-tables", m_options.resources / duckdb})});
    m_dataRoutes = std::make_unique<DataRoutes>(*m_writer, *m_readers);
    m_experimentRoutes = std::make_unique<ExperimentRoutes>(*m_readers);
    m_snapshotRoutes = std::make_unique<SnapshotRoutes>(*m_snapshots);
    ServiceRoutes::About about;
    about.workspace = m_layout.root();
    about.port = m_port;
    about.startedMs = nowMs();
    about.cores = m_cores;
    about.hasWork = [this] { return m_scheduler->hasWork(); };
    about.stop = [this] { static_cast<void>(eventfd_write(m_stop.number(), 1)); };
    m_serviceRoutes = std::make_unique<ServiceRoutes>(std::move(about), *m_hub, *m_pool);
    m_machineRoutes = std::make_unique<MachineRoutes>(m_layout.root(), m_cores);
    m_jobRoutes->add(m_routes);
    m_jobFilterRoutes->add(m_routes);
    m_jobViewRoutes->add(m_routes);
    m_tableRoutes->add(m_routes);
    m_dataRoutes->add(m_routes);
    m_experimentRoutes->add(m_routes);
    m_snapshotRoutes->add(m_routes);
    m_serviceRoutes->add(m_routes);
    m_machineRoutes->add(m_routes);
}

void ServiceProcess::beat()
{
    m_hub->beat();
    if (steadyMs() - m_lastRemovalMs >= dayMs)
        removeExpired();
}

void ServiceProcess::removeExpired()
{
    m_lastRemovalMs = steadyMs();
    // A full queue does no harm: the next day, or the next start, comes.
    static_cast<void>(m_pool->post([this] {
        if (auto removed = m_expired->remove(nowMs()); !removed)
            std::fprintf(stderr, "atelierd: %s\n", describe(removed.error()).c_str());
    }));
}

bool ServiceProcess::hasJobEnded(const std::string &job) const
{
    const auto row
        = m_readers->read([&](Database &database) { return JobRepository::findByName(database, job); });
    return !row || !*row || isFinal((*row)->status);
}

void ServiceProcess::tellLoad()
{
    if (m_hub->hasFollowers())
        m_hub->tell("load", loadJson(m_meter.read()));
}

bool ServiceProcess::isIdle() const
{
    return m_server->connectionCount() == 0 && !m_scheduler->hasWork();
}

} // namespace atelier

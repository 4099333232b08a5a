#include "core/client/SampleTables.h"

#include "core/client/ServiceLocator.h"
#include "core/system/File.h"
#include "core/system/Process.h"

#include <QSocketNotifier>
#include <QTimer>

#include <cerrno>
#include <csignal>
#include <sys/mman.h>
#include <unistd.h>

namespace atelier {

SampleTables::SampleTables(std::filesystem::path resources, QObject *parent)
    : QObject(parent)
    , m_resources(std::move(resources))
{
}

SampleTables::~SampleTables()
{
    if (m_script)
        static_cast<void>(m_script->signal(SIGTERM)); // that it has ended by itself is just as well
}

void SampleTables::begin(const std::filesystem::path &workspace)
{
    m_workspace = workspace;
    if (const auto started = start(); !started)
        QTimer::singleShot(0, this, [this, started] { Q_EMIT finished(started); });
}

Result<void> SampleTables::start()
{
    m_messages = Descriptor(memfd_create("sample", MFD_CLOEXEC));
    if (!m_messages)
        return systemError("sample.messages", "make room for the messages of the sample's script", errno);
    SpawnRequest request;
    request.arguments = {(m_resources / "sample/make-sample").string(),
        (ServiceLocator::program().parent_path() / "atelier").string(), m_workspace.string()};
    request.descriptors = {{m_messages.number(), 2}};
    auto script = spawn(request);
    if (!script)
        return script.error();
    m_script.emplace(std::move(*script));
    auto *ended = new QSocketNotifier(m_script->descriptor(), QSocketNotifier::Read, this);
    connect(ended, &QSocketNotifier::activated, this, [this, ended] {
        ended->setEnabled(false);
        ended->deleteLater();
        readOutcome();
    });
    return {};
}

void SampleTables::readOutcome()
{
    const auto status = m_script->reap();
    m_script.reset();
    if (status && status->isSuccess()) {
        Q_EMIT finished({});
        return;
    }
    constexpr std::size_t longest = 1 << 20;
    lseek(m_messages.number(), 0, SEEK_SET); // the script wrote through the same place
    const auto said = readAll(m_messages.number(), "the sample's messages", longest);
    Q_EMIT finished(Error{ErrorKind::Unavailable, "sample.failed",
        "The sample's tables were not made in " + m_workspace.string() + ": "
            + (said ? lastLine(*said) : said.error().sentence)
            + " They need Python with scikit-learn: apt-get install python3-sklearn",
        {{"folder", m_workspace.string()}}, {}});
}

} // namespace atelier

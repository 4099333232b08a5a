#include "core/client/WorkspaceOpening.h"

#include "core/client/WorkspaceFolder.h"
#include "core/system/File.h"
#include "core/system/Process.h"

#include <QSocketNotifier>

#include <cerrno>
#include <csignal>
#include <sys/mman.h>
#include <unistd.h>

namespace atelier {

namespace {

namespace fs = std::filesystem;
using Kind = WorkspaceOpening::Kind;

struct Prepared
{
    fs::path folder;
    std::optional<NewWorkspace> isNew;
};

Result<Prepared> prepared(Kind kind, const fs::path &folder)
{
    if (kind == Kind::Existing || (kind == Kind::Sample && isWorkspace(folder))) {
        auto opened = openWorkspaceFolder(folder);
        return opened ? Result<Prepared>(Prepared{std::move(*opened), {}}) : opened.error();
    }
    auto made = NewWorkspace::make(folder);
    if (!made)
        return made.error();
    fs::path place = made->folder();
    return Prepared{std::move(place), std::move(*made)};
}

std::string lastLine(std::string text)
{
    text.erase(text.find_last_not_of('\n') + 1);
    const std::size_t begin = text.rfind('\n');
    return begin == std::string::npos ? text : text.substr(begin + 1);
}

} // namespace

WorkspaceOpening::WorkspaceOpening(fs::path resources, QObject *parent)
    : QObject(parent)
    , m_resources(std::move(resources))
{
}

WorkspaceOpening::~WorkspaceOpening()
{
    if (m_script)
        static_cast<void>(m_script->signal(SIGTERM)); // that it has ended by itself is just as well
}

void WorkspaceOpening::begin(Kind kind, const fs::path &folder)
{
    m_isBusy = true;
    m_kind = kind;
    // A disk may be slow, or of another machine that is away.
    m_thread = std::jthread([this, kind, folder] {
        m_mailbox.post([this, found = prepared(kind, folder)] {
            if (!found)
                return finish(found.error());
            m_folder = found->folder;
            m_new = found->isNew;
            startService();
        });
    });
}

void WorkspaceOpening::startService()
{
    auto client = ServiceClient::open(m_folder);
    if (!client)
        return takeBack(client.error());
    m_client = std::move(*client);
    m_client->ensureService(this, [this](const Result<void> &running) {
        if (!running)
            return takeBack(running.error());
        if (m_kind != Kind::Sample)
            return finish({});
        if (auto started = startScript(); !started)
            finish(started);
    });
}

Result<void> WorkspaceOpening::startScript()
{
    m_messages = Descriptor(memfd_create("sample", MFD_CLOEXEC));
    if (!m_messages)
        return systemError("sample.messages", "make room for the messages of the sample's script", errno);
    SpawnRequest request;
    request.arguments = {(m_resources / "sample/make-sample").string(),
        (ServiceLocator::program().parent_path() / "atelier").string(), m_folder.string()};
    request.descriptors = {{m_messages.number(), 2}};
    auto script = spawn(request);
    if (!script)
        return script.error();
    m_script.emplace(std::move(*script));
    auto *ended = new QSocketNotifier(m_script->descriptor(), QSocketNotifier::Read, this);
    connect(ended, &QSocketNotifier::activated, this, [this, ended] {
        ended->setEnabled(false);
        ended->deleteLater();
        readScript();
    });
    return {};
}

void WorkspaceOpening::readScript()
{
    const auto status = m_script->reap();
    m_script.reset();
    if (status && status->isSuccess())
        return finish({});
    constexpr std::size_t longest = 1 << 20;
    lseek(m_messages.number(), 0, SEEK_SET); // the script wrote through the same place
    const auto said = readAll(m_messages.number(), "the sample's messages", longest);
    finish(Error{ErrorKind::Unavailable, "sample.failed",
        "The workspace " + m_folder.string()
            + " was made, but not the sample's tables: " + (said ? lastLine(*said) : said.error().sentence)
            + " They need Python with scikit-learn: apt-get install python3-sklearn",
        {{"folder", m_folder.string()}}, {}});
}

void WorkspaceOpening::takeBack(const Error &error)
{
    if (!m_new)
        return finish(error);
    m_thread = std::jthread([this, half = *m_new, error] {
        half.takeBack();
        m_mailbox.post([this, error] { finish(error); });
    });
}

void WorkspaceOpening::finish(const Result<void> &outcome)
{
    m_isBusy = false;
    if (m_client)
        m_client.release()->deleteLater(); // its own callback may be what brought us here
    if (outcome)
        Q_EMIT finished(m_folder);
    else
        Q_EMIT finished(outcome.error());
}

} // namespace atelier

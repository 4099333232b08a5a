#include "core/client/WorkspaceOpening.h"

#include "core/client/WorkspaceFolder.h"

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

} // namespace

WorkspaceOpening::WorkspaceOpening(fs::path resources, QObject *parent)
    : QObject(parent)
    , m_sample(std::move(resources))
{
    connect(&m_sample, &SampleTables::finished, this, &WorkspaceOpening::finish);
}

WorkspaceOpening::~WorkspaceOpening() = default;

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
        m_sample.begin(m_folder);
    });
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

#include "ui/shell/WorkspaceChooser.h"

#include "core/client/WorkspaceFolder.h"
#include "ui/shell/RecentCard.h"
#include "ui/shell/WorkspaceWay.h"
#include "ui/text/Format.h"
#include "ui/theme/ControlLook.h"
#include "ui/widgets/Layouts.h"

#include <QDir>
#include <QLineEdit>

#include <utility>

namespace atelier::ui {

namespace {

using Kind = WorkspaceChooser::Kind;

WorkspaceWay::Words wordsOf(Kind kind)
{
    switch (kind) {
    case Kind::Sample:
        return {QStringLiteral("sparkle"), WorkspaceChooser::tr("Sample workspace"),
            WorkspaceChooser::tr("A pipeline with its data, ready to run. Nothing leaves this machine."),
            WorkspaceChooser::tr("Create sample"), WorkspaceChooser::tr("Choose the sample's folder")};
    case Kind::Empty:
        return {QStringLiteral("add"), WorkspaceChooser::tr("New workspace"),
            WorkspaceChooser::tr("An empty folder that will keep your jobs, their code and their results."),
            WorkspaceChooser::tr("Create"), WorkspaceChooser::tr("Choose the new workspace's folder")};
    case Kind::Existing:
        return {QStringLiteral("folder_open"), WorkspaceChooser::tr("Open a workspace"),
            WorkspaceChooser::tr("A folder that is a workspace already, as one that somebody gave to you."),
            WorkspaceChooser::tr("Open"), WorkspaceChooser::tr("Choose a workspace's folder")};
    }
    return {};
}

QString defaultFolder(Kind kind)
{
    if (kind == Kind::Existing)
        return {};
    const auto sample = sampleWorkspaceFolder();
    if (kind == Kind::Sample && sample)
        return textOf(sample->string());
    return QDir::home().filePath(QStringLiteral("atelier"));
}

QString sentenceOf(const Error &error, const QString &asked)
{
    // The error's own words tell what to type on the command line.
    if (error.code == "workspace.not-found")
        return WorkspaceChooser::tr("There is no workspace in %1. Choose another folder, or make a new one.")
            .arg(asked);
    return textOf(error.sentence);
}

std::filesystem::path pathOf(const QString &text)
{
    if (text == u"~" || text.startsWith(u"~/"))
        return (QDir::homePath() + text.mid(1)).toStdString();
    return text.toStdString();
}

} // namespace

WorkspaceChooser::WorkspaceChooser(
    std::filesystem::path resources, const std::vector<Kind> &ways, QWidget *parent)
    : QWidget(parent)
    , m_opening(std::move(resources))
{
    setObjectName(QStringLiteral("workspaceChooser"));
    auto *column = makeColumn(this, 12);
    for (const Kind kind : ways)
        addWay(kind, kind == ways.front());
    if (m_existing != nullptr) {
        auto *recent = new RecentCard(this);
        column->insertWidget(0, recent);
        connect(recent, &RecentCard::openRequested, this, &WorkspaceChooser::openRecent);
    }
    connect(&m_opening, &WorkspaceOpening::finished, this, &WorkspaceChooser::take);
}

void WorkspaceChooser::addWay(Kind kind, bool isFirst)
{
    static constexpr const char *names[] = {"openWorkspaceWay", "newWorkspaceWay", "sampleWorkspaceWay"};
    auto *way = new WorkspaceWay(
        wordsOf(kind), defaultFolder(kind), isFirst ? ButtonKind::Primary : ButtonKind::Default, this);
    way->setObjectName(QLatin1String(names[static_cast<int>(kind)]));
    connect(way, &WorkspaceWay::requested, this,
        [this, kind, way](const QString &folder) { begin(kind, way, folder); });
    layout()->addWidget(way);
    m_ways.push_back(way);
    if (kind == Kind::Existing)
        m_existing = way;
}

void WorkspaceChooser::openRecent(const std::filesystem::path &folder)
{
    if (m_opening.isBusy())
        return;
    m_existing->setFolder(textOf(folder.string()));
    begin(Kind::Existing, m_existing, m_existing->field().text());
}

QWidget *WorkspaceChooser::firstField() const
{
    return &m_ways.front()->field();
}

void WorkspaceChooser::begin(Kind kind, WorkspaceWay *way, const QString &folder)
{
    if (m_opening.isBusy())
        return;
    m_busy = way;
    for (WorkspaceWay *each : m_ways)
        each->setEnabled(each == way);
    way->setBusy(true);
    m_opening.begin(kind, pathOf(folder));
}

void WorkspaceChooser::take(const Result<std::filesystem::path> &folder)
{
    m_busy->setBusy(false);
    for (WorkspaceWay *each : m_ways)
        each->setEnabled(true);
    if (folder)
        Q_EMIT opened(*folder);
    else
        showError(folder.error());
}

void WorkspaceChooser::showError(const Error &error)
{
    m_busy->setError(sentenceOf(error, m_busy->field().text()));
}

} // namespace atelier::ui

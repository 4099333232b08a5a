#include "ui/settings/WorkspaceSection.h"

#include "ui/settings/SettingRow.h"
#include "ui/settings/SettingsCard.h"
#include "ui/shell/WorkspaceButton.h"
#include "ui/text/Format.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/TextLabel.h"

namespace atelier::ui {

WorkspaceSection::WorkspaceSection(const Studio &studio, QWidget *parent)
    : SettingsSection(
        tr("Workspace"), tr("The folder that keeps the jobs of this window."), u"folder", parent)
    , m_studio(studio)
{
    addPlace();
    addJobs();
    connect(&m_size, &FolderSize::measured, this,
        [this](std::uint64_t bytes) { m_sizeText->setText(bytesText(bytes)); });
}

void WorkspaceSection::addPlace()
{
    const std::filesystem::path &folder = m_studio.connection.folder();
    SettingsCard *card = addCard(tr("This workspace"));
    auto *name = new TextLabel(workspaceName(folder), TextStyle::Body, &Colors::text2, card);
    card->add(new SettingRow(tr("Name"), tr("The name of its folder"), name, card));
    auto *copy = makeCopy(
        tr("Copy the folder's path"), [path = textOf(folder.string())] { return path; },
        tr("The folder's path was copied"));
    copy->setObjectName(QStringLiteral("copyFolder"));
    card->add(new SettingRow(tr("Folder"), textOf(folder.string()), copy, card));
    m_sizeText = new TextLabel(tr("Measuring…"), TextStyle::Body, &Colors::text2, card);
    m_sizeText->setObjectName(QStringLiteral("workspaceSize"));
    card->add(new SettingRow(tr("Size on disk"), tr("Everything in the folder"), m_sizeText, card));
}

void WorkspaceSection::addJobs()
{
    SettingsCard *card = addCard(tr("Jobs"));
    m_cores = new TextLabel(noFigure(), TextStyle::Body, &Colors::text2, card);
    m_cores->setObjectName(QStringLiteral("cores"));
    m_machine = new SettingRow(tr("Run on this machine"), {}, m_cores, card);
    card->add(m_machine);
    m_copyAddress = makeCopy(
        tr("Copy the address for MLflow"), [this] { return m_url; }, tr("The address was copied"));
    m_copyAddress->setObjectName(QStringLiteral("copyAddress"));
    m_copyAddress->setEnabled(false);
    m_address = new SettingRow(tr("MLflow address for scripts"), {}, m_copyAddress, card);
    m_address->setObjectName(QStringLiteral("mlflowAddress"));
    card->add(m_address);
}

QWidget *WorkspaceSection::makeCopy(const QString &name, std::function<QString()> text, const QString &done)
{
    auto *copy = new Button(tr("Copy"), ButtonKind::Default, u"copy", ControlSize::Normal, this);
    copy->setAccessibleName(name);
    connect(
        copy, &Button::clicked, this, [this, text = std::move(text), done] { m_studio.copy(text(), done); });
    return copy;
}

void WorkspaceSection::refresh()
{
    m_size.measure(m_studio.connection.folder());
    m_studio.connection.machine(
        this, [this](const Result<MachineDescription> &machine) { showMachine(machine); });
    m_studio.connection.service(
        this, [this](const Result<ServiceDescription> &service) { showService(service); });
}

void WorkspaceSection::showMachine(const Result<MachineDescription> &machine)
{
    if (!machine)
        return m_machine->setDescription(textOf(machine.error().sentence));
    m_cores->setText(tr("%n core(s)", nullptr, static_cast<int>(machine->cores)));
    m_machine->setDescription(
        tr("%1, with %2 of memory").arg(textOf(machine->host), bytesText(machine->memoryBytes)));
}

void WorkspaceSection::showService(const Result<ServiceDescription> &service)
{
    if (!service)
        return m_address->setDescription(textOf(service.error().sentence));
    m_url = QStringLiteral("http://127.0.0.1:%1").arg(service->port);
    const std::filesystem::path socket = m_studio.connection.client().socket();
    const std::filesystem::path token = std::filesystem::path(socket).replace_extension(".token");
    m_address->setDescription(tr(
        "%1 as MLFLOW_TRACKING_URI. Scripts outside of jobs also need MLFLOW_TRACKING_TOKEN: the text of %2.")
                                  .arg(m_url, textOf(token.string())));
    m_copyAddress->setEnabled(true);
}

} // namespace atelier::ui

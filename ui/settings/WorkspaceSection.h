#pragma once

#include "core/client/FolderSize.h"
#include "ui/settings/SettingsSection.h"
#include "ui/shell/Studio.h"

namespace atelier::ui {

class SettingRow;
class TextLabel;

/// Where the workspace is, what it takes, and how it is reached.
class WorkspaceSection : public SettingsSection
{
    Q_OBJECT

public:
    WorkspaceSection(const Studio &studio, QWidget *parent);

    void refresh() override;

private:
    void addPlace();
    void addJobs();
    QWidget *makeCopy(const QString &name, std::function<QString()> text, const QString &done);
    void showMachine(const Result<MachineDescription> &machine);
    void showService(const Result<ServiceDescription> &service);

    const Studio m_studio;
    FolderSize m_size;
    TextLabel *m_sizeText;
    SettingRow *m_machine;
    TextLabel *m_cores;
    SettingRow *m_address;
    QWidget *m_copyAddress;
    QString m_url;
};

} // namespace atelier::ui

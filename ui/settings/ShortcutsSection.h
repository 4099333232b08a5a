#pragma once

#include "ui/settings/SettingsSection.h"
#include "ui/shell/Actions.h"

namespace atelier::ui {

/// What the keyboard does, from anywhere in the window.
class ShortcutsSection : public SettingsSection
{
    Q_OBJECT

public:
    ShortcutsSection(const Actions &actions, QWidget *parent);

private:
    void addGroup(Actions::Group group, const Actions &actions);
};

} // namespace atelier::ui

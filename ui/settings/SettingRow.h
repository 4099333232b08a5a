#pragma once

#include "ui/settings/Setting.h"

namespace atelier::ui {

class WrapLabel;

/// A setting in a line: its name, what it does, and its control at the end.
class SettingRow : public Setting
{
    Q_OBJECT

public:
    /// Takes the control over and names it after the setting for screen readers, unless it has a name; null
    /// where there is only something to read.
    SettingRow(const QString &title, const QString &description, QWidget *control, QWidget *parent = nullptr);

    void setDescription(const QString &description);

private:
    WrapLabel *m_description;
};

} // namespace atelier::ui

#pragma once

#include "ui/settings/SettingsSection.h"

namespace atelier::ui {

/// What Atelier is, and what it is made of.
class AboutSection : public SettingsSection
{
    Q_OBJECT

public:
    explicit AboutSection(QWidget *parent);
};

} // namespace atelier::ui

#pragma once

#include "ui/widgets/Card.h"

class QVBoxLayout;

namespace atelier::ui {

class Setting;

/// Settings that belong together, with hairlines between them.
class SettingsCard : public Card
{
    Q_OBJECT

public:
    explicit SettingsCard(QWidget *parent = nullptr);

    /// The card takes it over.
    void add(Setting *setting);

private:
    QVBoxLayout *m_column;
};

} // namespace atelier::ui

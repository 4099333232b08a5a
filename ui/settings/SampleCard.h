#pragma once

#include "ui/widgets/Card.h"

namespace atelier::ui {

/// How things look with the settings in force. It shows no job of the workspace.
class SampleCard : public Card
{
    Q_OBJECT

public:
    explicit SampleCard(QWidget *parent = nullptr);

private:
    QWidget *makeLog();
};

} // namespace atelier::ui

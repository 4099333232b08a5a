#pragma once

#include "ui/shell/Studio.h"
#include "ui/widgets/Card.h"

namespace atelier::ui {

class CodeBlock;

/// The command that runs a job again from a terminal: same code, inputs and parameters.
class ReproduceCard : public Card
{
    Q_OBJECT

public:
    explicit ReproduceCard(const Studio &studio, QWidget *parent = nullptr);

    void showJob(const JobSummary &job);

private:
    const Studio m_studio;
    CodeBlock *m_command;
};

} // namespace atelier::ui

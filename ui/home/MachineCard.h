#pragma once

#include "core/domain/Machine.h"
#include "ui/widgets/Card.h"

class QBoxLayout;

namespace atelier::ui {

class Pill;
class WrapLabel;

/// What the machine has for jobs: the value first, its name second. Something that is missing says what to
/// do.
class MachineCard : public Card
{
    Q_OBJECT

public:
    explicit MachineCard(QWidget *parent = nullptr);

    void showMachine(const MachineDescription &machine);
    void showFailure(const QString &sentence);

Q_SIGNALS:
    void checkRequested();

private:
    enum class Health { Good, Note, Problem };
    void addRow(QStringView icon, const QString &value, const QString &name, Health health);
    void addPython(const PythonDescription &python);

    Pill *m_state;
    QBoxLayout *m_rows;
    WrapLabel *m_checked;
};

} // namespace atelier::ui

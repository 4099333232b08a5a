#pragma once

#include "core/domain/Machine.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/StateLook.h"

class QBoxLayout;

namespace atelier {
struct MachineLoad;
}

namespace atelier::ui {

class LoadTile;
class Pill;
class WrapLabel;

/// What the machine has for jobs: the value first, its name second. Something that is missing says what to
/// do. While jobs run on a machine that lacks nothing it shows how busy that is instead.
class MachineCard : public Card
{
    Q_OBJECT

public:
    explicit MachineCard(QWidget *parent = nullptr);

    void showMachine(const MachineDescription &machine);
    void showFailure(const QString &sentence);
    void showLoad(const MachineLoad &load);
    void setJobs(int running, int waiting);

Q_SIGNALS:
    void checkRequested();

private:
    enum class Health { Good, Note, Problem };
    void addRow(QStringView icon, const QString &value, const QString &name, Health health);
    void addPython(const PythonDescription &python);

    [[nodiscard]] QWidget *makeCheck();
    [[nodiscard]] QWidget *makeLoad();
    void showPart();

    Pill *m_state;
    QWidget *m_check;
    QBoxLayout *m_rows;
    WrapLabel *m_checked;
    QWidget *m_load;
    LoadTile *m_processor;
    LoadTile *m_memory;
    WrapLabel *m_waiting;
    StateLook m_checkLook;
    int m_runningJobs = 0;
    bool m_isMeasured = false;
    bool m_isComplete = false; ///< nothing that jobs need is missing
};

} // namespace atelier::ui

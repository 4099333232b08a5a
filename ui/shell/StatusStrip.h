#pragma once

#include "ui/widgets/Pane.h"

namespace atelier {
enum class ServiceState;
struct MachineLoad;
} // namespace atelier

namespace atelier::ui {

class ActiveJobs;
class IconLabel;
class LoadMeterLabel;
class Spinner;
class ElidedLabel;
class TextLabel;

/// The line at the window's foot: the service, the job that runs, the machine's load, the queue.
class StatusStrip : public Pane
{
    Q_OBJECT

public:
    explicit StatusStrip(QWidget *parent = nullptr);

    void setState(ServiceState state);
    void setLoad(const MachineLoad &load);
    void showJobs(const ActiveJobs &jobs);

private:
    IconLabel *m_stateIcon;
    TextLabel *m_state;
    Spinner *m_spinner;
    ElidedLabel *m_job;
    LoadMeterLabel *m_processor;
    LoadMeterLabel *m_memory;
    TextLabel *m_queue;
};

} // namespace atelier::ui

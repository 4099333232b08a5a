#include "ui/shell/StatusStrip.h"

#include "core/client/WorkspaceConnection.h"
#include "core/system/MachineLoad.h"
#include "ui/shell/ActiveJobs.h"
#include "ui/shell/LoadMeterLabel.h"
#include "ui/text/Format.h"
#include "ui/theme/Type.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/Spinner.h"
#include "ui/widgets/TextLabel.h"
#include "ui/widgets/TextSize.h"

#include <QLocale>

#include <cmath>

namespace atelier::ui {

namespace {

QString gigabytes(std::uint64_t bytes)
{
    return QLocale().toString(static_cast<double>(bytes) / 1e9, 'f', 1);
}

QString jobText(const JobSummary &job)
{
    if (!job.steps || job.steps->running.empty())
        return textOf(titleOf(job));
    return StatusStrip::tr("%1 · step %2 of %3")
        .arg(textOf(titleOf(job)), QLocale().toString(static_cast<qlonglong>(job.steps->completed + 1)),
            QLocale().toString(static_cast<qlonglong>(job.steps->total)));
}

QString stateText(ServiceState state)
{
    switch (state) {
    case ServiceState::Starting:
        return StatusStrip::tr("Connecting to the workspace service…");
    case ServiceState::Answers:
        return StatusStrip::tr("This machine ready");
    case ServiceState::Silent:
        return StatusStrip::tr("The service does not answer");
    case ServiceState::Unavailable:
        return StatusStrip::tr("The service cannot be started");
    }
    return {};
}

} // namespace

StatusStrip::StatusStrip(QWidget *parent)
    : Pane(&Colors::chrome, Qt::TopEdge, parent)
    , m_stateIcon(new IconLabel(u"checkmark_circle", &Colors::successText, 14, this))
    , m_state(new TextLabel({}, TextStyle::Micro, &Colors::text2, this))
    , m_spinner(new Spinner(12, this))
    , m_job(new ElidedLabel({}, TextStyle::Micro, &Colors::text2, this))
    , m_processor(new LoadMeterLabel(tr("CPU"), tr("Processor of this machine"), this))
    , m_memory(new LoadMeterLabel(tr("RAM"), tr("Memory of this machine"), this))
    , m_queue(new TextLabel({}, TextStyle::Micro, &Colors::text2, this))
{
    setObjectName(QStringLiteral("statusStrip"));
    followTextSize(*this, [this] { setFixedHeight(scaled(26)); });
    m_stateIcon->setFilled(true);
    auto *row = makeRow(this, 6, {14, 1, 14, 0});
    row->addWidget(m_stateIcon);
    row->addWidget(m_state);
    row->addSpacing(10);
    row->addWidget(m_spinner);
    row->addWidget(m_job, 1);
    row->addStretch();
    row->addWidget(m_processor);
    row->addSpacing(10);
    row->addWidget(m_memory);
    row->addSpacing(10);
    row->addWidget(m_queue);
    row->addSpacing(10);
    row->addWidget(
        new TextLabel(QStringLiteral("v" ATELIER_VERSION), TextStyle::Micro, &Colors::text3, this));
    m_spinner->hide();
    setState(ServiceState::Starting);
}

void StatusStrip::setState(ServiceState state)
{
    const bool isReady = state == ServiceState::Answers;
    m_stateIcon->setLook(
        isReady ? u"checkmark_circle" : u"warning", isReady ? &Colors::successText : &Colors::warningText);
    m_state->setText(stateText(state));
}

void StatusStrip::setLoad(const MachineLoad &load)
{
    if (!std::isnan(load.processor))
        m_processor->setShare(load.processor, percentText(load.processor));
    if (load.memoryBytes > 0)
        m_memory->setShare(static_cast<double>(load.usedBytes) / static_cast<double>(load.memoryBytes),
            tr("%1 / %2 GB").arg(gigabytes(load.usedBytes), gigabytes(load.memoryBytes)));
}

void StatusStrip::showJobs(const ActiveJobs &jobs)
{
    const JobSummary *job = jobs.first();
    m_spinner->setVisible(job != nullptr);
    m_job->setText(job == nullptr ? QString() : jobText(*job));
    m_queue->setText(tr("Queue %1").arg(QLocale().toString(jobs.queuedCount())));
}

} // namespace atelier::ui

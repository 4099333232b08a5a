#pragma once

#include "core/client/JobListWatch.h"
#include "core/domain/Machine.h"
#include "ui/shell/Studio.h"

#include <array>

namespace atelier::ui {

/// What shows in five steps what a workspace is for. Each is done once it has happened, as the service's jobs
/// and the pages that were looked at tell, and stays so.
class GetStarted : public QObject
{
    Q_OBJECT

public:
    enum class Step { CheckMachine, RunPipeline, SeeMetrics, CompareJobs, RunOwn };
    static constexpr std::array steps{
        Step::CheckMachine, Step::RunPipeline, Step::SeeMetrics, Step::CompareJobs, Step::RunOwn};

    explicit GetStarted(const Studio &studio, QObject *parent = nullptr);

    void takeMachine(const MachineDescription &machine);
    /// Jobs of this experiment are no work of the user's own.
    void setSampleExperiment(const std::string &experiment);
    void setPaused(bool paused) { m_completed.setPaused(paused); }

    [[nodiscard]] bool isDone(Step step) const { return m_isDone[static_cast<std::size_t>(step)]; }
    [[nodiscard]] int doneCount() const;
    /// The last job that measured something; "" where there is none.
    [[nodiscard]] QString measuredJob() const;
    /// Two that ended well, of the same experiment where there are such; fewer where there are not.
    [[nodiscard]] QStringList comparableJobs() const;

Q_SIGNALS:
    void changed();

private:
    void readJobs();
    void look(const Address &address);
    void finish(Step step);
    [[nodiscard]] QString keyOf(Step step) const;

    const Studio m_studio;
    JobListWatch m_completed;
    std::string m_sampleExperiment;
    std::array<bool, steps.size()> m_isDone{};
};

} // namespace atelier::ui

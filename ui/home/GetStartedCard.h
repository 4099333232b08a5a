#pragma once

#include "ui/home/GetStarted.h"
#include "ui/widgets/Card.h"

namespace atelier::ui {

class ProgressBar;
class StepRow;
class TextLabel;

/// The steps to get started, the next one marked; it can be put away.
class GetStartedCard : public Card
{
    Q_OBJECT

public:
    /// `steps` must outlive it.
    explicit GetStartedCard(const GetStarted &steps, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(atelier::ui::GetStarted::Step step);
    void hideRequested();

private:
    void showSteps();
    [[nodiscard]] bool canBegin(GetStarted::Step step) const;
    [[nodiscard]] QString noteOf(GetStarted::Step step) const;

    const GetStarted &m_steps;
    TextLabel *m_count;
    ProgressBar *m_progress;
    std::array<StepRow *, GetStarted::steps.size()> m_rows{};
};

} // namespace atelier::ui

#pragma once

class QWidget;

namespace atelier::ui {

/// Lets screen readers see the steps of every widget that is a StepList as its children; once is enough.
void installAccessibleSteps();

/// Says that a step is selected, or that its name has changed.
void announceSelection(QWidget &list, int step);
void announceChange(QWidget &list, int step);

} // namespace atelier::ui

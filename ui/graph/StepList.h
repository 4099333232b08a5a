#pragma once

#include <QRect>
#include <QString>

namespace atelier::ui {

/// A widget that paints steps, as a screen reader walks it. Steps are numbered in the order of the walk.
class StepList
{
public:
    virtual ~StepList() = default;

    virtual void selectStep(int step) = 0;
    virtual void openStep(int step) = 0;

    [[nodiscard]] virtual int stepCount() const = 0;
    [[nodiscard]] virtual int selectedStep() const = 0; ///< -1 for none
    [[nodiscard]] virtual QString stepName(int step) const = 0; ///< with its state
    [[nodiscard]] virtual QRect stepRect(int step) const = 0; ///< in the widget's coordinates
};

/// Where a key leads among steps in a row: Up, Left and Backtab to the one before, Down, Right and Tab to the
/// next, Home and End to the ends; from none to the first or last. -1 for other keys and beyond the ends.
[[nodiscard]] int stepAfterKey(int key, int selected, int count);

} // namespace atelier::ui

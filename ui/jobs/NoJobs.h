#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace atelier::ui {

class EmptyState;
class NewJob;

// What a list of jobs shows where it has none.

[[nodiscard]] EmptyState *noJobMatches(
    const QString &filter, const std::function<void()> &clear, QWidget *parent);
[[nodiscard]] EmptyState *nothingHasRun(NewJob &newJob, QWidget *parent);

} // namespace atelier::ui

#pragma once

#include "core/client/WorkspaceOpening.h"

#include <QWidget>

namespace atelier::ui {

class WorkspaceWay;

/// The ways to a workspace: the sample, a new one, one that is there, one that was opened before. What fails
/// is said where it was asked for.
class WorkspaceChooser : public QWidget
{
    Q_OBJECT

public:
    using Kind = WorkspaceOpening::Kind;

    /// Offers these ways, the first as the one that is wanted most.
    WorkspaceChooser(
        std::filesystem::path resources, const std::vector<Kind> &ways, QWidget *parent = nullptr);

    /// At the way that was last asked for.
    void showError(const Error &error);
    [[nodiscard]] QWidget *firstField() const;

Q_SIGNALS:
    /// Its service runs.
    void opened(const std::filesystem::path &folder);

private:
    void addWay(Kind kind, bool isFirst);
    void openRecent(const std::filesystem::path &folder);
    void begin(Kind kind, WorkspaceWay *way, const QString &folder);
    void take(const Result<std::filesystem::path> &folder);

    WorkspaceOpening m_opening;
    std::vector<WorkspaceWay *> m_ways;
    WorkspaceWay *m_existing = nullptr; ///< where it is offered
    WorkspaceWay *m_busy = nullptr;
};

} // namespace atelier::ui

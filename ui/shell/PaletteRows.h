#pragma once

#include "core/domain/JobSummary.h"
#include "ui/shell/PaletteQuery.h"
#include "ui/shell/RecentCommands.h"
#include "ui/shell/Studio.h"

#include <QObject>
#include <QStandardItemModel>

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace atelier::ui {

/// What the command palette lists for what was typed: what the page in front offers, the commands, jobs.
class PaletteRows : public QObject
{
    Q_OBJECT

public:
    /// What choosing a row does.
    struct Row
    {
        std::function<void()> act;
        QString command = {}; ///< its id, where it is one that is remembered
        QString sign = {}; ///< to be put into the field instead
    };

    /// All must outlive it. `window` is the one whose page is in front.
    PaletteRows(const Studio &studio, const Actions &actions, const RecentCommands &recent, QWidget &window);

    void fill(const PaletteQuery &query, const std::vector<JobSummary> &jobs);
    [[nodiscard]] QAbstractItemModel *model() { return &m_model; }
    [[nodiscard]] int count() const { return m_model.rowCount(); }
    [[nodiscard]] const Row &at(int row) const { return m_rows[static_cast<std::size_t>(row)]; }

private:
    struct Found;
    void addSigns();
    void addAll(PaletteQuery::Scope scope, std::span<const JobSummary> jobs);
    void addFitting(const PaletteQuery &query);
    [[nodiscard]] std::vector<Found> ofPage() const;
    [[nodiscard]] std::vector<Found> ofWindow(PaletteQuery::Scope scope) const;
    [[nodiscard]] Found foundOf(QAction &action, std::optional<Actions::Group> group) const;
    void addJobs(std::span<const JobSummary> jobs);
    void add(const Found &found, const QString &group);

    const Studio &m_studio;
    const Actions &m_actions;
    const RecentCommands &m_recent;
    QWidget &m_window;
    QStandardItemModel m_model;
    std::vector<Row> m_rows;
};

} // namespace atelier::ui

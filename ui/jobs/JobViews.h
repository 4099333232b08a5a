#pragma once

#include "core/client/JobViewList.h"
#include "ui/shell/Studio.h"

#include <QWidget>

#include <vector>

namespace atelier::ui {

class Chip;

/// A row of views that are often wanted and of those that somebody keeps in the workspace, each with the
/// number of jobs it lets through. What no view shows can be kept as one.
class JobViews : public QWidget
{
    Q_OBJECT

public:
    explicit JobViews(const Studio &studio, QWidget *parent = nullptr);

    /// Marks the view that shows this, if one does; without an id or a name.
    void setCurrent(const JobView &shown);
    void setPaused(bool paused) { m_call.setPaused(paused); }
    void recount() { m_call.request(); }

Q_SIGNALS:
    void chosen(const atelier::JobView &view); ///< without an id: only its filter counts
    void allCounted(int jobs);

private:
    void showViews();
    void addChip(const JobView &view);
    void mark();
    void ask();
    void askName(const QString &title, const QString &verb, JobView view);
    void keep(const JobView &view, const QString &problem);
    void remove(const JobView &view);
    void showMenu(const JobView &view, const QPoint &place);
    [[nodiscard]] bool isShown(const JobView &view) const;

    const Studio m_studio;
    JobViewList m_kept;
    std::vector<JobView> m_views; ///< those that are always there first
    QList<Chip *> m_chips; ///< of each view
    QWidget *m_save; ///< an area, for the service may be away
    JobView m_shown;
    RepeatedCall m_call;
};

} // namespace atelier::ui

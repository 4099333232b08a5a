#pragma once

#include "ui/shell/Address.h"
#include "ui/widgets/Pane.h"

#include <vector>

class QBoxLayout;

namespace atelier::ui {

class NavigationItem;

/// The column of pages at the window's start; collapsed it shows their icons alone.
class NavigationRail : public Pane
{
    Q_OBJECT

public:
    explicit NavigationRail(QWidget *parent = nullptr);

    void setCurrent(PageKind page);
    /// 0: no badge.
    void setRunningJobs(int count);
    void setCollapsed(bool collapsed);
    [[nodiscard]] bool isCollapsed() const { return m_isCollapsed; }

Q_SIGNALS:
    void chosen(atelier::ui::PageKind page);
    void collapsedChanged(bool collapsed);

protected:
    void changeEvent(QEvent *event) override;

private:
    NavigationItem *addPage(PageKind page, const QString &name, QStringView icon);
    void applyWidth();

    struct Entry
    {
        PageKind page;
        NavigationItem *item;
    };
    QBoxLayout *m_column;
    std::vector<Entry> m_entries;
    PageKind m_current = PageKind::Home;
    NavigationItem *m_jobs;
    NavigationItem *m_collapse;
    bool m_isCollapsed = false;
};

} // namespace atelier::ui

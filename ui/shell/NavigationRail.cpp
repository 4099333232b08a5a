#include "ui/shell/NavigationRail.h"

#include "ui/shell/NavigationItem.h"
#include "ui/theme/Type.h"
#include "ui/widgets/Layouts.h"

#include <QEvent>
#include <QVBoxLayout>

#include <utility>

namespace atelier::ui {

namespace {

constexpr int wide = 216;
constexpr int narrow = 57;

} // namespace

NavigationRail::NavigationRail(QWidget *parent)
    : Pane(&Colors::chrome, Qt::RightEdge, parent)
    , m_column(makeColumn(this, 2, {8, 10, 8, 8}))
{
    setObjectName(QStringLiteral("navigation"));
    setAccessibleName(tr("Navigation"));
    addPage(PageKind::Home, tr("Home"), u"home");
    m_jobs = addPage(PageKind::Jobs, tr("Jobs"), u"beaker");
    m_column->addStretch();
    addPage(PageKind::Settings, tr("Settings"), u"settings");
    m_collapse = new NavigationItem(tr("Collapse"), u"panel_left_contract", this);
    m_collapse->setObjectName(QStringLiteral("nav_collapse"));
    connect(m_collapse, &NavigationItem::clicked, this, [this] { setCollapsed(!m_isCollapsed); });
    m_column->addWidget(m_collapse);
    applyWidth();
}

NavigationItem *NavigationRail::addPage(PageKind page, const QString &name, QStringView icon)
{
    auto *item = new NavigationItem(name, icon, this);
    item->setObjectName(QStringLiteral("nav_%1").arg(icon));
    item->setCheckable(true);
    // Not `clicked`: a screen reader toggles what can be checked, without a click.
    connect(item, &NavigationItem::toggled, this, [this, page] {
        setCurrent(m_current);
        Q_EMIT chosen(page);
    });
    m_column->addWidget(item);
    m_entries.push_back({page, item});
    return item;
}

void NavigationRail::setCurrent(PageKind page)
{
    m_current = page;
    // A job's page and the comparison are parts of Jobs.
    const bool isOfJobs = page == PageKind::Job || page == PageKind::Compare;
    for (const Entry &entry : m_entries) {
        const QSignalBlocker blocked(entry.item);
        entry.item->setChecked(entry.page == (isOfJobs ? PageKind::Jobs : page));
    }
}

void NavigationRail::setRunningJobs(int count)
{
    m_jobs->setCount(count);
}

void NavigationRail::setCollapsed(bool collapsed)
{
    if (std::exchange(m_isCollapsed, collapsed) == collapsed)
        return;
    for (const Entry &entry : m_entries)
        entry.item->setCompact(collapsed);
    m_collapse->setCompact(collapsed);
    m_collapse->setName(collapsed ? tr("Expand") : tr("Collapse"));
    m_collapse->setIconName(collapsed ? u"panel_left_expand" : u"panel_left_contract");
    applyWidth();
    Q_EMIT collapsedChanged(collapsed);
}

void NavigationRail::changeEvent(QEvent *event)
{
    Pane::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        applyWidth();
}

void NavigationRail::applyWidth()
{
    setFixedWidth(m_isCollapsed ? narrow : scaled(wide));
}

} // namespace atelier::ui

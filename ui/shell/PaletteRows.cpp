#include "ui/shell/PaletteRows.h"

#include "ui/shell/PaletteDelegate.h"
#include "ui/text/Format.h"
#include "ui/theme/Icon.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/KeyCap.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/StateLook.h"

#include <QPointer>

#include <algorithm>
#include <optional>

namespace atelier::ui {

namespace {

constexpr int mostSuggested = 3;
constexpr std::size_t mostNewest = 4;
constexpr int scattered = 1; // of fitOf: the letters lie apart

PageHeader *headerInFront(const QWidget &window)
{
    for (auto *header : window.findChildren<PageHeader *>())
        if (header->isVisible())
            return header;
    return nullptr;
}

QString contextOf(const JobSummary &job)
{
    const QString state = stateLook(job.status).text;
    if (job.primary)
        return QStringLiteral("%1 · %2 · %3 %4")
            .arg(textOf(job.experiment), state, textOf(job.primary->key), metricText(job.primary->value));
    return QStringLiteral("%1 · %2").arg(textOf(job.experiment), state);
}

} // namespace

/// A row that may be listed.
struct PaletteRows::Found
{
    std::optional<Actions::Group> group; ///< none: of the page in front
    QString text;
    QIcon icon;
    Row row;
    QString context = {};
    QStringList keys = {};
    double weight = 0; ///< how much it is preferred, from 0 to 1
};

PaletteRows::PaletteRows(
    const Studio &studio, const Actions &actions, const RecentCommands &recent, QWidget &window)
    : m_studio(studio)
    , m_actions(actions)
    , m_recent(recent)
    , m_window(window)
{
}

void PaletteRows::fill(const PaletteQuery &query, const std::vector<JobSummary> &jobs)
{
    m_model.clear();
    m_rows.clear();
    using Scope = PaletteQuery::Scope;
    if (query.scope == Scope::Help && query.text.isEmpty())
        addSigns();
    if (query.scope == Scope::Everything && query.text.isEmpty())
        return addAll(query.scope, jobs);
    if (query.scope != Scope::Jobs && query.text.isEmpty())
        addAll(query.scope, {});
    else if (query.scope != Scope::Jobs)
        addFitting(query);
    if (query.scope == Scope::Everything || query.scope == Scope::Jobs)
        addJobs(jobs);
}

void PaletteRows::addSigns()
{
    const auto sign = [this](const QString &typed, const QString &text, QStringView iconName) {
        add({{}, text, icon(iconName), {{}, {}, typed}, {}, {typed}}, tr("Type first"));
    };
    sign(QStringLiteral(">"), tr("To seek among commands alone"), u"prompt");
    sign(QStringLiteral("#"), tr("To seek among jobs alone"), u"beaker");
}

/// By groups, what was used lately before them; the newest jobs behind the places to go to.
void PaletteRows::addAll(PaletteQuery::Scope scope, std::span<const JobSummary> jobs)
{
    if (scope != PaletteQuery::Scope::Help)
        for (const Found &one : ofPage())
            add(one, tr("This page"));
    if (scope == PaletteQuery::Scope::Everything)
        for (const QString &id : m_recent.ids().mid(0, mostSuggested))
            if (QAction *action = m_actions.find(id); action != nullptr && action->isEnabled())
                add(foundOf(*action, {}), tr("Used lately"));
    std::vector<Found> all = ofWindow(scope);
    std::stable_sort(
        all.begin(), all.end(), [](const Found &one, const Found &other) { return one.group < other.group; });
    for (const Found &one : all) {
        if (one.group != Actions::Group::GoTo) {
            addJobs(jobs.first(std::min(jobs.size(), mostNewest)));
            jobs = {};
        }
        add(one, Actions::title(*one.group));
    }
}

/// The best first; letters that lie apart count only where nothing holds them together.
void PaletteRows::addFitting(const PaletteQuery &query)
{
    std::vector<Found> all = query.scope == PaletteQuery::Scope::Help ? std::vector<Found>() : ofPage();
    for (Found &one : ofWindow(query.scope))
        all.push_back(std::move(one));
    const auto fit = [&](const Found &one) { return fitOf(one.text, query.text); };
    int best = 0;
    for (const Found &one : all)
        best = std::max(best, fit(one));
    std::stable_sort(all.begin(), all.end(), [&](const Found &one, const Found &other) {
        return fit(one) + one.weight > fit(other) + other.weight;
    });
    for (const Found &one : all)
        if (fit(one) > scattered || (best == scattered && fit(one) == best))
            add(one, tr("Commands"));
}

/// The buttons in the head of the page; what ends or deletes something comes last.
std::vector<PaletteRows::Found> PaletteRows::ofPage() const
{
    std::vector<Found> found;
    const PageHeader *header = headerInFront(m_window);
    if (header == nullptr)
        return found;
    for (Button *button : header->actions()) {
        const auto press = [target = QPointer<Button>(button)] {
            if (target)
                target->click();
        };
        found.push_back({{}, button->text(), icon(button->iconName()), {press}, header->title(), {}, 0.5});
    }
    return found;
}

std::vector<PaletteRows::Found> PaletteRows::ofWindow(PaletteQuery::Scope scope) const
{
    const bool isHelp = scope == PaletteQuery::Scope::Help;
    std::vector<Found> found;
    for (const Actions::Entry &entry : m_actions.all())
        if (entry.action->isEnabled() && (!isHelp || entry.group == Actions::Group::Help))
            found.push_back(foundOf(*entry.action, entry.group));
    return found;
}

PaletteRows::Found PaletteRows::foundOf(QAction &action, std::optional<Actions::Group> group) const
{
    return {group, action.text(), action.icon(), {[&action] { action.trigger(); }, action.objectName()}, {},
        keysOf(action.shortcut()), m_recent.weight(action.objectName())};
}

void PaletteRows::addJobs(std::span<const JobSummary> jobs)
{
    for (const JobSummary &job : jobs) {
        const auto open = [&navigator = m_studio.navigator, name = textOf(job.name)] {
            navigator.go({PageKind::Job, {name}});
        };
        add({{}, textOf(titleOf(job)), icon(job.type == JobType::Pipeline ? u"flow" : u"beaker"), {open},
                contextOf(job)},
            tr("Jobs"));
    }
}

void PaletteRows::add(const Found &found, const QString &group)
{
    const int last = m_model.rowCount() - 1;
    auto *item = new QStandardItem(found.icon, found.text);
    item->setData(group, PaletteDelegate::Group);
    item->setData(found.context, PaletteDelegate::Context);
    item->setData(found.keys, PaletteDelegate::Keys);
    item->setData(
        last < 0 || m_model.item(last)->data(PaletteDelegate::Group) != group, PaletteDelegate::IsFirst);
    item->setData(QStringLiteral("%1. %2").arg(found.text, found.context), Qt::AccessibleTextRole);
    item->setEditable(false);
    m_model.appendRow(item);
    m_rows.push_back(found.row);
}

} // namespace atelier::ui

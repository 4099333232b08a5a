#include "ui/jobs/JobViews.h"

#include "core/base/Ids.h"
#include "ui/jobs/LineDialog.h"
#include "ui/shell/NeedsService.h"
#include "ui/text/Format.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Chip.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/Layouts.h"

#include <QHBoxLayout>
#include <QMenu>

#include <algorithm>

namespace atelier::ui {

namespace {

constexpr int pauseMs = 1000;
constexpr int gap = 6;
constexpr int longestName = 48; // in characters: a chip has to hold it

struct Standard
{
    const char *id;
    const char *name;
    const char *filter;
};

constexpr Standard standards[] = {{"all", QT_TRANSLATE_NOOP("atelier::ui::JobViews", "All"), ""},
    {"active", QT_TRANSLATE_NOOP("atelier::ui::JobViews", "Active"), "state:active"},
    {"completed", QT_TRANSLATE_NOOP("atelier::ui::JobViews", "Completed"), "state:completed"},
    {"failed", QT_TRANSLATE_NOOP("atelier::ui::JobViews", "Failed"), "state:failed"},
    {"failedToday", QT_TRANSLATE_NOOP("atelier::ui::JobViews", "Failed today"), "state:failed created:today"},
    {"canceled", QT_TRANSLATE_NOOP("atelier::ui::JobViews", "Canceled"), "state:canceled"}};

} // namespace

JobViews::JobViews(const Studio &studio, QWidget *parent)
    : QWidget(parent)
    , m_studio(studio)
    , m_kept(studio.connection)
    , m_save(new QWidget(this))
    , m_call([this] { ask(); }, pauseMs, this)
{
    new FlowLayout(this, gap);
    auto *save = new Button(tr("Save view…"), ButtonKind::Ghost, u"add", ControlSize::Small, m_save);
    save->setObjectName(QStringLiteral("saveView"));
    makeRow(m_save, 0)->addWidget(save);
    needsService(*m_save, studio.connection);
    connect(save, &Button::clicked, this, [this] {
        JobView view = m_shown;
        view.id = randomJobName();
        askName(tr("Save view"), tr("Save"), std::move(view));
    });
    connect(&m_kept, &JobViewList::changed, this, &JobViews::showViews);
    showViews();
    m_call.request();
}

void JobViews::showViews()
{
    qDeleteAll(m_chips);
    m_chips.clear();
    m_views.clear();
    for (const Standard &standard : standards)
        addChip({{}, tr(standard.name).toStdString(), standard.filter, {}, false, {}});
    for (const JobView &view : m_kept.views())
        addChip(view);
    for (std::size_t i = 0; i < std::size(standards); ++i)
        m_chips[static_cast<qsizetype>(i)]->setObjectName(
            QStringLiteral("view_") + QString::fromLatin1(standards[i].id));
    layout()->removeWidget(m_save);
    layout()->addWidget(m_save);
    mark();
    m_call.request();
}

void JobViews::addChip(const JobView &view)
{
    const bool isKept = !view.id.empty();
    auto *chip = new Chip(textOf(view.name), isKept ? QStringView(u"bookmark") : QStringView(), this);
    // Not `clicked`: a screen reader toggles what can be checked, without a click.
    connect(chip, &Chip::toggled, this, [this, view] {
        mark(); // a second click does not switch it off
        Q_EMIT chosen(view);
    });
    if (isKept) {
        chip->setObjectName(QStringLiteral("view_") + textOf(view.name));
        chip->setToolTip(view.filter.empty() ? QString() : textOf(view.filter));
        chip->setContextMenuPolicy(Qt::CustomContextMenu);
        connect(chip, &Chip::customContextMenuRequested, this,
            [this, view, chip](const QPoint &place) { showMenu(view, chip->mapToGlobal(place)); });
    }
    layout()->addWidget(chip);
    chip->show();
    m_chips << chip;
    m_views.push_back(view);
}

void JobViews::setCurrent(const JobView &shown)
{
    m_shown = shown;
    mark();
}

/// Only a kept one says something of more than the filter.
bool JobViews::isShown(const JobView &view) const
{
    if (view.id.empty() || view.filter != m_shown.filter)
        return view.filter == m_shown.filter;
    return view.order == m_shown.order && view.isGrouped == m_shown.isGrouped
        && (view.columns.empty() || view.columns == m_shown.columns);
}

/// Of two that show the same, somebody's own counts.
void JobViews::mark()
{
    const auto found = std::find_if(
        m_views.rbegin(), m_views.rend(), [this](const JobView &view) { return isShown(view); });
    const auto current = std::distance(m_views.begin(), found.base()) - 1;
    for (qsizetype i = 0; i < m_chips.size(); ++i) {
        const QSignalBlocker blocked(m_chips[i]);
        m_chips[i]->setChecked(i == current);
    }
    const bool isKept = found != m_views.rend() && !found->id.empty();
    const bool isPlain = found != m_views.rend() && m_shown.order.empty() && !m_shown.hasOwnColumns();
    m_save->setVisible(!isKept && !isPlain);
}

void JobViews::showMenu(const JobView &view, const QPoint &place)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    needsService(*menu, m_studio.connection);
    connect(menu->addAction(tr("Rename…")), &QAction::triggered, this,
        [this, view] { askName(tr("Rename view"), tr("Rename"), view); });
    connect(menu->addAction(tr("Replace by what is shown")), &QAction::triggered, this, [this, view] {
        JobView shown = m_shown;
        shown.id = view.id;
        shown.name = view.name;
        keep(shown, tr("The view was not saved"));
    });
    connect(menu->addAction(tr("Delete")), &QAction::triggered, this, [this, view] { remove(view); });
    menu->popup(place);
}

void JobViews::askName(const QString &title, const QString &verb, JobView view)
{
    auto *dialog = new LineDialog(*window(),
        {title, tr("Name"), {},
            tr("Filter, grouping, order and columns are kept under it, for everybody who opens this "
               "workspace."),
            verb, textOf(view.name), longestName});
    connect(dialog, &LineDialog::written, this, [this, view = std::move(view)](const QString &name) mutable {
        view.name = name.toStdString();
        keep(view, tr("The view was not saved"));
    });
    dialog->open();
}

void JobViews::keep(const JobView &view, const QString &problem)
{
    m_kept.keep(view, this, [this, name = view.name, problem](const Result<void> &kept) {
        m_studio.tell(kept, problem, matterOf("keep view", name));
    });
}

void JobViews::remove(const JobView &view)
{
    m_kept.remove(view.id, this, [this, view](const Result<void> &removed) {
        if (!m_studio.tell(removed, tr("The view was not deleted"), matterOf("delete view", view.name)))
            return;
        Toast *toast
            = m_studio.notify({Tone::Info, tr("View “%1” deleted").arg(textOf(view.name)), {}, tr("Undo")});
        connect(toast, &Toast::actionChosen, this,
            [this, view] { keep(view, tr("The view was not brought back")); });
    });
}

void JobViews::ask()
{
    std::vector<std::string> filters;
    for (const JobView &view : m_views)
        filters.push_back(view.filter);
    m_studio.connection.jobs().countJobs(
        filters, this, [this, filters](const Result<std::vector<std::int64_t>> &counts) {
            m_call.answered();
            if (!counts || counts->size() != filters.size())
                return; // it is asked again with the next change
            Q_EMIT allCounted(static_cast<int>(counts->front()));
            for (std::size_t i = 0; i < filters.size() && i < m_views.size(); ++i)
                if (m_views[i].filter == filters[i])
                    m_chips[static_cast<qsizetype>(i)]->setCount(static_cast<int>((*counts)[i]));
        });
}

} // namespace atelier::ui

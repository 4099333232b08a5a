#include "ui/shell/CommandPalette.h"

#include "ui/shell/Actions.h"
#include "ui/shell/PaletteDelegate.h"
#include "ui/text/Format.h"
#include "ui/theme/Draw.h"
#include "ui/theme/Icon.h"
#include "ui/theme/Type.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/SearchField.h"
#include "ui/widgets/StateLook.h"

#include <QAction>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>

namespace atelier::ui {

namespace {

constexpr int sheetWidth = 660;
constexpr int sheetHeight = 532;
constexpr int mostJobs = 12;
constexpr int mostSuggested = 3;

JobFilter jobsWith(const QString &text)
{
    JobFilter filter;
    filter.text = text.toStdString();
    filter.limit = mostJobs;
    return filter;
}

/// Draws the sheet itself, so that its shadow lies on the scrim.
class Sheet : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        drawBox(painter, rect(), dialogRadius, colors().raised, colors().stroke);
    }
};

} // namespace

void CommandPalette::open(QWidget &window, const Studio &studio, const Actions &actions, const QString &begin)
{
    if (auto *open = window.findChild<CommandPalette *>(QStringLiteral("commandPalette")))
        return open->close();
    auto *palette = new CommandPalette(window, studio, actions);
    palette->place();
    palette->QWidget::show();
    palette->raise();
    palette->m_field->setText(begin);
    palette->m_field->setFocus(Qt::ShortcutFocusReason);
    palette->m_field->end(false); // the focus selects, and typing would replace the sign
}

CommandPalette::CommandPalette(QWidget &window, const Studio &studio, const Actions &actions)
    : QWidget(&window)
    , m_studio(studio)
    , m_actions(actions)
    , m_sheet(new Sheet(this))
    , m_field(new SearchField(tr("Search jobs and commands"), m_sheet))
    , m_list(new QListView(m_sheet))
    , m_model(new QStandardItemModel(this))
    , m_jobs(studio.connection, jobsWith({}))
    , m_recent(studio.settings)
    , m_before(window.focusWidget())
{
    setObjectName(QStringLiteral("commandPalette"));
    m_field->setObjectName(QStringLiteral("commandField"));
    m_field->setAccessibleName(tr("Search jobs and commands"));
    m_list->setAccessibleName(tr("What was found"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->viewport()->setAutoFillBackground(false);
    auto *column = makeColumn(m_sheet, 8, {12, 12, 12, 10});
    column->addWidget(m_field);
    column->addWidget(m_list, 1);
    window.installEventFilter(this);
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_jobs.setFilter(jobsWith(PaletteQuery(text).text));
        fill();
    });
    connect(&m_jobs, &JobListWatch::changed, this, &CommandPalette::fill);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { activate(index.row()); });
    fill();
}

void CommandPalette::fill()
{
    const int chosen = m_list->currentIndex().row();
    m_model->clear();
    m_rows.clear();
    using Scope = PaletteQuery::Scope;
    const PaletteQuery query(m_field->text());
    if (query.scope == Scope::Help && query.text.isEmpty())
        addSigns();
    if (query.scope != Scope::Jobs)
        addActions(query);
    if (m_jobs.isLoaded() && (query.scope == Scope::Everything || query.scope == Scope::Jobs))
        addJobs();
    m_list->setCurrentIndex(m_model->index(std::clamp(chosen, 0, std::max(0, m_model->rowCount() - 1)), 0));
}

void CommandPalette::addActions(const PaletteQuery &query)
{
    struct Found
    {
        double rank;
        const Actions::Entry *entry;
    };
    const bool isHelp = query.scope == PaletteQuery::Scope::Help;
    std::vector<Found> found;
    for (const Actions::Entry &entry : m_actions.all()) {
        const int fit = fitOf(entry.action->text(), query.text);
        if (fit == 0 || !entry.action->isEnabled() || (isHelp && entry.group != Actions::Group::Help))
            continue;
        found.push_back({fit + m_recent.weight(entry.action->objectName()), &entry});
    }
    const bool isListed = query.text.isEmpty(); // by groups, what was used lately before them
    if (isListed && query.scope == PaletteQuery::Scope::Everything)
        for (const QString &id : m_recent.ids().mid(0, mostSuggested))
            if (QAction *action = m_actions.find(id); action != nullptr && action->isEnabled())
                addAction(tr("Used lately"), action);
    std::stable_sort(found.begin(), found.end(), [&](const Found &one, const Found &other) {
        return isListed ? one.entry->group < other.entry->group : one.rank > other.rank;
    });
    for (const Found &one : found)
        addAction(isListed ? Actions::title(one.entry->group) : tr("Commands"), one.entry->action);
}

void CommandPalette::addAction(const QString &group, QAction *action)
{
    addRow(group, action->text(), {}, action->icon(), action->shortcut().toString(QKeySequence::NativeText),
        {[action] { action->trigger(); }, action->objectName()});
}

void CommandPalette::addSigns()
{
    const auto add = [this](const QString &sign, const QString &text, QStringView icon) {
        addRow(tr("Type first"), text, {}, ui::icon(icon), sign, {{}, {}, sign});
    };
    add(QStringLiteral(">"), tr("To seek among commands alone"), u"prompt");
    add(QStringLiteral("#"), tr("To seek among jobs alone"), u"beaker");
}

void CommandPalette::addJobs()
{
    for (const JobSummary &job : m_jobs.jobs())
        addRow(tr("Jobs"), textOf(titleOf(job)),
            tr("%1 · %2").arg(textOf(job.experiment), stateLook(job.status).text),
            icon(job.type == JobType::Pipeline ? u"flow" : u"beaker"), {},
            {[&navigator = m_studio.navigator, name = textOf(job.name)] {
                navigator.go({PageKind::Job, {name}});
            }});
}

void CommandPalette::addRow(const QString &group, const QString &text, const QString &context,
    const QIcon &icon, const QString &keys, Row row)
{
    const int last = m_model->rowCount() - 1;
    auto *item = new QStandardItem(icon, text);
    item->setData(group, PaletteDelegate::Group);
    item->setData(context, PaletteDelegate::Context);
    item->setData(keys, PaletteDelegate::Keys);
    item->setData(
        last < 0 || m_model->item(last)->data(PaletteDelegate::Group) != group, PaletteDelegate::IsFirst);
    item->setEditable(false);
    m_model->appendRow(item);
    m_rows.push_back(std::move(row));
}

void CommandPalette::activate(int row)
{
    if (row < 0 || row >= static_cast<int>(m_rows.size()))
        return;
    const Row chosen = m_rows[static_cast<std::size_t>(row)];
    if (!chosen.sign.isEmpty())
        return m_field->setText(chosen.sign);
    if (!chosen.command.isEmpty())
        m_recent.add(chosen.command);
    close();
    chosen.act();
}

void CommandPalette::move(int rows)
{
    const int count = m_model->rowCount();
    if (count == 0)
        return;
    const int row = (m_list->currentIndex().row() + rows + count) % count;
    m_list->setCurrentIndex(m_model->index(row, 0));
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize)
        place();
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Escape:
        close();
        return true;
    case Qt::Key_Down:
        move(1);
        return true;
    case Qt::Key_Up:
        move(-1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        activate(m_list->currentIndex().row());
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        return true; // the field keeps the focus
    default:
        return QWidget::eventFilter(watched, event);
    }
}

void CommandPalette::place()
{
    const QWidget &window = *parentWidget();
    setGeometry(window.rect());
    const QSize size(std::min(scaled(sheetWidth), window.width() - 40),
        std::min(scaled(sheetHeight), window.height() - 100));
    m_sheet->setGeometry({QPoint((window.width() - size.width()) / 2, 64), size});
}

void CommandPalette::close()
{
    hide();
    deleteLater();
    setObjectName({});
    if (m_before)
        m_before->setFocus(Qt::OtherFocusReason);
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), colors().overlay);
    painter.setRenderHint(QPainter::Antialiasing);
    drawShadow(painter, m_sheet->geometry(), dialogRadius, Elevation::Sheet);
}

void CommandPalette::mousePressEvent(QMouseEvent *)
{
    close();
}

} // namespace atelier::ui

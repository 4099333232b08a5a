#include "ui/jobs/JobColumnChoice.h"

#include "core/document/JobFilterGrammar.h"
#include "ui/jobs/JobColumns.h"
#include "ui/jobs/JobTableModel.h"
#include "ui/shell/WorkspaceSetting.h"
#include "ui/text/Format.h"
#include "ui/widgets/table/DataTable.h"

#include <QHeaderView>
#include <QMenu>
#include <QSettings>

namespace atelier::ui {

namespace {

constexpr int pauseMs = 5000; // new keys are rare, and counting them looks at every job

const QString arrangementKey = QStringLiteral("/arrangement");
const QString widthsKey = QStringLiteral("/widths");

QString bareId(const QString &entry)
{
    return entry.startsWith(u'+') || entry.startsWith(u'-') ? entry.mid(1) : entry;
}

/// What a filter quotes is a key as it is here; "" for what is no metric or parameter.
QString idOf(const FilterProposal &field)
{
    const auto parsed = parseJobFilter(field.text + ":0", 0);
    if (!parsed || parsed->conditions.size() != 1)
        return {};
    const JobCondition &condition = parsed->conditions.front();
    if (condition.field == JobField::Metric)
        return QStringLiteral("metric.") + textOf(condition.key);
    return condition.field == JobField::Parameter ? QStringLiteral("param.") + textOf(condition.key)
                                                  : QString();
}

} // namespace

JobColumnChoice::JobColumnChoice(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_key(workspaceSetting(parts.connection.folder(), QStringLiteral("jobs/columns")))
    , m_call([this] { ask(); }, pauseMs, this)
{
    TableColumns &columns = m_parts.table.columns();
    columns.setMenuExtension([this](QMenu &menu) { extend(menu); });
    connect(&columns, &TableColumns::changed, this, [this] {
        keep();
        Q_EMIT changed();
    });
    showKept();
    m_call.request();
}

void JobColumnChoice::fill(QMenu &menu)
{
    m_parts.table.columns().fillMenu(menu);
    extend(menu);
}

void JobColumnChoice::extend(QMenu &menu)
{
    m_call.request(); // for the next time
    menu.addSeparator();
    addKeys(*menu.addMenu(tr("Metrics")), QStringLiteral("metric."));
    addKeys(*menu.addMenu(tr("Parameters")), QStringLiteral("param."));
    menu.addSeparator();
    connect(menu.addAction(tr("Standard columns")), &QAction::triggered, this, [this] {
        m_parts.table.columns().setWidths({});
        show({});
        keep();
        Q_EMIT changed();
    });
}

void JobColumnChoice::addKeys(QMenu &menu, const QString &prefix)
{
    const QStringList shown = m_parts.model.keyedColumns();
    for (const QString &id : m_ids) {
        if (!id.startsWith(prefix))
            continue;
        QAction *action = menu.addAction(id.mid(prefix.size()));
        action->setCheckable(true);
        action->setChecked(shown.contains(id));
        connect(action, &QAction::toggled, this, [this, id](bool isShown) { setKeyed(id, isShown); });
    }
    menu.setEnabled(!menu.isEmpty());
}

void JobColumnChoice::setKeyed(const QString &id, bool isShown)
{
    QStringList arrangement = this->arrangement();
    arrangement.removeIf([&](const QString &entry) { return bareId(entry) == id; });
    if (isShown)
        arrangement << u'+' + id;
    show(arrangement);
    keep();
    Q_EMIT changed();
}

QStringList JobColumnChoice::arrangement() const
{
    return m_parts.table.columns().arrangement();
}

void JobColumnChoice::show(const QStringList &arrangement)
{
    QStringList keyed;
    for (const QString &entry : arrangement)
        if (isKeyedColumn(bareId(entry)))
            keyed << bareId(entry);
    m_parts.model.setKeyedColumns(keyed);
    m_parts.table.columns().setArrangement(arrangement);
}

void JobColumnChoice::showKept()
{
    m_parts.table.columns().setWidths(m_parts.settings.value(m_key + widthsKey).toMap());
    show(m_parts.settings.value(m_key + arrangementKey).toStringList());
}

QStringList JobColumnChoice::shown() const
{
    const QHeaderView *header = m_parts.table.horizontalHeader();
    QStringList ids;
    for (int place = 0; place < header->count(); ++place)
        if (const int column = header->logicalIndex(place); !header->isSectionHidden(column))
            ids << m_parts.model.columns()[column].id;
    return ids;
}

void JobColumnChoice::keep()
{
    m_parts.settings.setValue(m_key + arrangementKey, arrangement());
    m_parts.settings.setValue(m_key + widthsKey, m_parts.table.columns().widths());
}

void JobColumnChoice::ask()
{
    m_parts.connection.jobs().filterFields({}, this, [this](Result<std::vector<FilterProposal>> fields) {
        m_call.answered();
        if (!fields)
            return;
        m_ids.clear();
        for (const FilterProposal &field : *fields)
            if (const QString id = idOf(field); !id.isEmpty())
                m_ids << id;
    });
}

} // namespace atelier::ui

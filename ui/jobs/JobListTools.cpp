#include "ui/jobs/JobListTools.h"

#include "ui/jobs/FilterField.h"
#include "ui/shell/NeedsService.h"
#include "ui/theme/Type.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/MenuPlace.h"
#include "ui/widgets/Segmented.h"
#include "ui/widgets/TextLabel.h"

#include <QMenu>
#include <QShortcut>

namespace atelier::ui {

namespace {

constexpr int gap = 10;

} // namespace

JobListTools::JobListTools(WorkspaceConnection &connection, QWidget *parent)
    : QWidget(parent)
    , m_filter(new FilterField(connection, this))
    , m_grouping(new Segmented(tr("Grouping"), {{tr("By experiment")}, {tr("One list")}}, this))
    , m_columns(new IconButton(u"column_triple_edit", tr("Columns"), ControlSize::Normal, this))
    , m_problem(new TextLabel({}, TextStyle::Caption, &Colors::dangerText, this))
{
    m_grouping->setObjectName(QStringLiteral("jobGrouping"));
    m_columns->setObjectName(QStringLiteral("jobColumns"));
    auto *exporting = new IconButton(u"arrow_download", tr("Export as CSV…"), ControlSize::Normal, this);
    exporting->setObjectName(QStringLiteral("jobExport"));
    needsService(*exporting, connection);
    auto *column = makeColumn(this, gap);
    auto *row = makeRow(nullptr, gap);
    row->addWidget(m_filter, 1);
    row->addWidget(m_grouping);
    auto *icons = makeRow(nullptr, 2);
    icons->addWidget(m_columns);
    icons->addWidget(exporting);
    row->addLayout(icons);
    column->addLayout(row);
    column->addWidget(m_problem);
    m_problem->hide();
    connect(m_filter, &FilterField::problemChanged, this, &JobListTools::showProblem);
    connect(
        new QShortcut(QStringLiteral("/"), this), &QShortcut::activated, m_filter, &FilterField::focusText);
    connect(m_grouping, &Segmented::currentChanged, this, &JobListTools::groupingChanged);
    connect(m_columns, &IconButton::clicked, this, &JobListTools::openColumnMenu);
    connect(exporting, &IconButton::clicked, this, &JobListTools::exportRequested);
}

bool JobListTools::isGrouped() const
{
    return m_grouping->current() == 0;
}

void JobListTools::setGrouped(bool isGrouped)
{
    m_grouping->setCurrent(isGrouped ? 0 : 1);
}

void JobListTools::showProblem(const QString &sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

void JobListTools::openColumnMenu()
{
    auto *menu = new QMenu(m_columns);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    Q_EMIT columnMenuRequested(*menu);
    openInside(*menu, *m_columns, QPoint(0, m_columns->height()));
}

} // namespace atelier::ui

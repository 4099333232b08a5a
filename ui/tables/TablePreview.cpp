#include "ui/tables/TablePreview.h"

#include "ui/tables/ColumnDialog.h"
#include "ui/tables/ColumnWords.h"
#include "ui/tables/TableFilterField.h"
#include "ui/tables/TableView.h"
#include "ui/tables/ValueText.h"
#include "ui/text/Format.h"
#include "ui/theme/Type.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/ErrorState.h"
#include "ui/widgets/FileTitle.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/Pane.h"
#include "ui/widgets/Skeleton.h"
#include "ui/widgets/TextSize.h"
#include "ui/widgets/WrapLabel.h"
#include "ui/widgets/table/TableFooter.h"

#include <QHeaderView>
#include <QLocale>
#include <QScrollBar>
#include <QShortcut>
#include <QStackedLayout>

#include <algorithm>
#include <initializer_list>
#include <numeric>

namespace atelier::ui {

namespace {

constexpr int barPadding = 7;
constexpr int skeletonRow = 30;
constexpr int filterWidth = 340;
constexpr std::size_t longestNames = 4000; // bytes: they have to fit into an address, each as three

QString counted(std::int64_t number)
{
    return QLocale().toString(static_cast<qlonglong>(number));
}

} // namespace

TablePreview::TablePreview(QWidget *parent)
    : QWidget(parent)
    , m_title(new FileTitle)
    , m_filter(new TableFilterField)
    , m_problem(new WrapLabel({}, TextStyle::Caption, &Colors::dangerText))
    , m_choose(new IconButton(u"column_triple_edit", tr("Choose columns…")))
    , m_saveRows(new IconButton(u"document_table", tr("Save the shown rows as CSV…")))
    , m_save(new IconButton(u"arrow_download", tr("Save a copy…")))
    , m_footer(new TableFooter)
{
    QVBoxLayout *column = makeColumn(this, 0);
    addBar();
    auto *body = new Pane(&Colors::surface, {}, this);
    column->addWidget(body, 1);
    column->addWidget(m_footer);
    m_stack = new QStackedLayout(body);
}

void TablePreview::addBar()
{
    auto *bar = new Pane(&Colors::surface, Qt::BottomEdge, this);
    layout()->addWidget(bar);
    QHBoxLayout *row = makeRow(bar, 8, {16, barPadding, 16, barPadding});
    row->addWidget(m_title, 1, Qt::AlignTop);
    auto *filter = new QWidget(bar);
    QVBoxLayout *column = makeColumn(filter, 4);
    column->addWidget(m_filter);
    column->addWidget(m_problem);
    m_problem->hide();
    row->addWidget(filter, 1, Qt::AlignTop);
    m_choose->setObjectName(QStringLiteral("chooseColumns"));
    m_saveRows->setObjectName(QStringLiteral("saveRows"));
    m_save->setObjectName(QStringLiteral("saveCopy"));
    for (IconButton *button : {m_choose, m_saveRows, m_save})
        row->addWidget(button, 0, Qt::AlignTop);
    connect(m_choose, &IconButton::clicked, this, [this] { m_table->askColumns(); });
    connect(m_saveRows, &IconButton::clicked, this, &TablePreview::requestRows);
    connect(m_save, &IconButton::clicked, this, &TablePreview::saveRequested);
    followTextSize(*bar, [filter] {
        filter->setMaximumWidth(scaled(filterWidth));
        filter->setMinimumWidth(scaled(filterWidth / 2));
    });
    connect(m_filter, &TableFilterField::entered, this, &TablePreview::applyFilter);
    auto *seeking = new QShortcut(QKeySequence::Find, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(
        seeking, &QShortcut::activated, m_filter, [this] { m_filter->setFocus(Qt::ShortcutFocusReason); });
}

TablePreview::~TablePreview()
{
    clear(); // the rows before their model
}

void TablePreview::showTable(const QString &name, std::uint64_t size, PagedTable::Ask ask)
{
    clear();
    m_size = size;
    m_ask = std::move(ask);
    m_fileName = name;
    m_title->setName(name);
    m_title->setFacts(bytesText(size));
    m_footer->setTexts({});
    m_note.clear();
    m_filter->setFilter({});
    setFilterProblem({});
    setChoosable(false);
    auto *opening = new Skeleton(scaled(skeletonRow), this);
    opening->setAccessibleName(tr("The table is being opened"));
    place(opening, nullptr);
    m_table = std::make_unique<PagedTable>(m_ask);
    m_filter->showExamples(*m_table);
    connect(m_table.get(), &PagedTable::opened, this, &TablePreview::showRows);
    connect(m_table.get(), &PagedTable::failed, this, &TablePreview::showProblem);
    m_table->open();
}

void TablePreview::filterBy(const QString &filter)
{
    m_filter->setFilter(filter);
}

void TablePreview::setChoosable(bool isChoosable)
{
    for (QWidget *control : std::initializer_list<QWidget *>{m_filter, m_choose, m_saveRows})
        control->setEnabled(isChoosable);
}

void TablePreview::offerColumns()
{
    if (m_dialog != nullptr)
        return;
    const auto &columns = m_table->fileColumns();
    std::vector<int> chosen = m_table->chosenColumns();
    if (chosen.empty()) {
        chosen.resize(columns.size());
        std::iota(chosen.begin(), chosen.end(), 0);
    }
    m_dialog = new ColumnDialog(*window(), columns, chosen);
    connect(m_dialog, &ColumnDialog::columnsChosen, m_table.get(), &PagedTable::chooseColumns);
    m_dialog->open();
}

void TablePreview::requestRows()
{
    const TablePart part = m_table->shownPart();
    if (part.names.size() <= longestNames)
        return Q_EMIT saveRowsRequested(part);
    m_note = tr("These are too many columns to be saved by name: choose fewer, or all.");
    tellPlace();
}

void TablePreview::clear()
{
    if (m_dialog != nullptr)
        m_dialog->reject();
    delete m_content;
    m_content = nullptr;
    m_view = nullptr;
    m_table.reset();
}

void TablePreview::place(QWidget *content, QWidget *focusable)
{
    delete m_content;
    m_view = nullptr;
    m_content = content;
    m_stack->addWidget(content);
    // What is made last would come last for the Tab key, behind the whole window.
    if (focusable != nullptr)
        setTabOrder(m_save, focusable);
}

void TablePreview::showRows()
{
    if (m_table->rowCount() == 0 && m_table->total() == 0 && m_table->columnCount() == 0)
        return place(
            new EmptyState(u"table", tr("An empty table"), tr("It has neither rows nor columns."), this),
            nullptr);
    auto *view = new TableView(*m_table, this);
    place(view, view);
    m_view = view;
    setChoosable(true);
    connect(m_table.get(), &PagedTable::columnsKnown, this, &TablePreview::offerColumns);
    connect(m_table.get(), &PagedTable::chosen, this, &TablePreview::showChoice);
    connect(m_table.get(), &PagedTable::refused, this, &TablePreview::showRefusal);
    connect(m_view, &TableView::clearRequested, this, [this] {
        m_filter->setFocus(Qt::OtherFocusReason);
        m_filter->setFilter({});
    });
    connect(m_view, &TableView::conditionChosen, this, &TablePreview::addCondition);
    connect(m_view, &TableView::scrolled, this, &TablePreview::tellPlace);
    connect(m_view, &TableView::copied, this, [this](int rows, int missing) {
        m_note = missing == 0 ? tr("%n row(s) copied", nullptr, rows)
                              : tr("%n row(s) copied; the others are not loaded", nullptr, rows);
        tellPlace();
    });
    connect(m_table.get(), &PagedTable::profilesArrived, this, &TablePreview::tellPlace);
    connect(m_table.get(), &PagedTable::partFailed, this, [this](const Error &error) {
        m_note = textOf(error.sentence);
        tellPlace();
    });
    m_view->sizeColumns(0, m_table->columnCount() - 1);
    m_filter->showExamples(*m_table);
    tellPlace();
    applyFilter(); // what was written before
}

void TablePreview::applyFilter()
{
    if (m_view == nullptr || m_table->choose(m_filter->filter()))
        return;
    m_note.clear(); // back to what is shown: a refusal before is mended
    setFilterProblem({});
    tellPlace();
}

void TablePreview::addCondition(const QString &condition)
{
    const QString before = m_filter->filter();
    m_filter->setFilter(before.isEmpty() ? condition : before + u' ' + condition);
}

/// The rows stay as they are.
void TablePreview::showRefusal(const Error &error)
{
    const QString sentence = textOf(error.sentence);
    const bool isOfFilter = error.location.file == "filter";
    setFilterProblem(isOfFilter ? sentence : QString());
    m_note = isOfFilter ? QString() : sentence;
    tellPlace();
}

void TablePreview::setFilterProblem(const QString &sentence)
{
    m_filter->setProblem(sentence);
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

void TablePreview::showChoice()
{
    m_note.clear();
    setFilterProblem({});
    m_view->scrollToTop();
    tellPlace();
}

void TablePreview::showProblem(const Error &error)
{
    auto *problem = new ErrorState(tr("This table cannot be shown"), textOf(error.sentence), this);
    auto *again
        = new Button(tr("Try again"), ButtonKind::Default, u"arrow_clockwise", ControlSize::Normal, problem);
    connect(
        again, &Button::clicked, this, [this] { showTable(m_fileName, m_size, m_ask); },
        Qt::QueuedConnection);
    problem->addAction(again);
    place(problem, again);
    Q_EMIT failed(error);
}

void TablePreview::tellPlace()
{
    const auto total = m_table->total();
    const QString rows = total ? tr("%Ln row(s)", nullptr, clamped(*total)) : tr("many rows");
    m_title->setFacts(
        tr("%1 × %2 · %3")
            .arg(rows, tr("%Ln column(s)", nullptr, m_table->columnCount()), bytesText(m_size)));
    QString place = tr("No rows");
    if (m_view != nullptr && m_table->rowCount() > 0) {
        const int first = m_view->rowAt(0);
        const int last = m_view->rowAt(m_view->viewport()->height() - 1);
        place = tr("Rows %1–%2")
                    .arg(counted(first + 1), counted((last < 0 ? m_table->rowCount() - 1 : last) + 1));
        if (const auto matches = m_table->matches(); matches && total)
            place = tr("%1 of %2 (of %3)").arg(place, counted(*matches), counted(*total));
        else if (const auto all = matches ? matches : total)
            place = tr("%1 of %2").arg(place, counted(*all));
    } else if (m_table->isFiltered()) {
        place = tr("No row meets the filter");
    }
    QString end = m_note;
    if (end.isEmpty() && !m_table->warnings().empty())
        end = textOf(m_table->warnings().front().sentence);
    if (end.isEmpty())
        end = ColumnWords::emptyCells(*m_table);
    m_footer->setTexts(place, end);
}

} // namespace atelier::ui

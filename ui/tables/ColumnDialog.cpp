#include "ui/tables/ColumnDialog.h"

#include "ui/tables/ColumnWords.h"
#include "ui/text/Format.h"
#include "ui/theme/Type.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/SearchField.h"
#include "ui/widgets/TextLabel.h"

#include <QKeyEvent>
#include <QListView>
#include <QSignalBlocker>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>

#include <algorithm>
#include <set>

namespace atelier::ui {

namespace {

constexpr int dialogWidth = 520;
constexpr int listHeight = 360;
constexpr int fewestRows = 96; ///< px of the list in a small window
constexpr int placeRole = Qt::UserRole + 1;

} // namespace

ColumnDialog::ColumnDialog(
    QWidget &window, const std::vector<TableColumn> &columns, const std::vector<int> &chosen)
    : Dialog(window, tr("Columns"), dialogWidth)
    , m_search(new SearchField(tr("Search columns"), this))
    , m_list(new QListView(this))
    , m_count(new TextLabel({}, TextStyle::Caption, &Colors::text2, this))
    , m_show(new Button(tr("Show"), ButtonKind::Primary, {}, ControlSize::Normal, this))
    , m_columns(new QStandardItemModel(this))
    , m_found(new QSortFilterProxyModel(this))
{
    setObjectName(QStringLiteral("columnDialog"));
    fill(columns, chosen);
    addList();
    addTools();
    addButtons();
    connect(m_columns, &QStandardItemModel::itemChanged, this, &ColumnDialog::showCount);
    setFirstFocus(m_search);
    showCount();
}

void ColumnDialog::fill(const std::vector<TableColumn> &columns, const std::vector<int> &chosen)
{
    const std::set<int> ticked(chosen.begin(), chosen.end());
    std::vector<int> order = chosen;
    for (int place = 0; place < static_cast<int>(columns.size()); ++place)
        if (ticked.count(place) == 0)
            order.push_back(place);
    for (const int place : order) {
        const TableColumn &column = columns[static_cast<std::size_t>(place)];
        auto *item = new QStandardItem(textOf(column.name).simplified());
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(ticked.count(place) == 0 ? Qt::Unchecked : Qt::Checked);
        item->setData(place, placeRole);
        item->setToolTip(textOf(column.name) + u'\n' + ColumnWords::kind(column));
        m_columns->appendRow(item);
    }
}

void ColumnDialog::addList()
{
    m_search->setObjectName(QStringLiteral("columnSearch"));
    m_search->setAccessibleName(tr("Search columns"));
    m_found->setSourceModel(m_columns);
    m_found->setFilterCaseSensitivity(Qt::CaseInsensitive);
    connect(m_search, &SearchField::textChanged, m_found, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_search, &SearchField::textChanged, this, &ColumnDialog::showCount);
    m_list->setObjectName(QStringLiteral("columnList"));
    m_list->setAccessibleName(tr("Columns of the table"));
    m_list->setModel(m_found);
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFixedHeight(
        std::clamp(window()->height() - scaled(listHeight), scaled(fewestRows), scaled(listHeight)));
    m_list->installEventFilter(this);
    body()->addWidget(m_search);
    body()->addWidget(m_list);
}

void ColumnDialog::addTools()
{
    auto *row = makeRow(nullptr, 4);
    row->addWidget(m_count, 1);
    const auto add = [&](QStringView icon, const QString &name, const char *object, auto act) {
        auto *button = new IconButton(icon, name, ControlSize::Normal, this);
        button->setObjectName(QLatin1StringView(object));
        connect(button, &IconButton::clicked, this, act);
        row->addWidget(button);
    };
    add(u"arrow_up", tr("Move up (Alt+Up)"), "columnUp", [this] { move(-1); });
    add(u"arrow_down", tr("Move down (Alt+Down)"), "columnDown", [this] { move(1); });
    add(u"checkbox_checked", tr("Tick all that are listed"), "columnsAll", [this] { tick(true); });
    add(u"subtract", tr("Tick none that is listed"), "columnsNone", [this] { tick(false); });
    body()->addLayout(row);
}

void ColumnDialog::addButtons()
{
    auto *cancel = new Button(tr("Cancel"), ButtonKind::Default, {}, ControlSize::Normal, this);
    m_show->setObjectName(QStringLiteral("showColumns"));
    addButton(cancel);
    addButton(m_show);
    connect(cancel, &Button::clicked, this, &ColumnDialog::reject);
    connect(m_show, &Button::clicked, this, [this] {
        Q_EMIT columnsChosen(places());
        accept();
    });
}

void ColumnDialog::tick(bool isChosen)
{
    {
        const QSignalBlocker once(m_columns); // thousands of columns, one count
        for (int row = 0; row < m_found->rowCount(); ++row)
            m_columns->itemFromIndex(m_found->mapToSource(m_found->index(row, 0)))
                ->setCheckState(isChosen ? Qt::Checked : Qt::Unchecked);
    }
    m_list->viewport()->update();
    showCount();
}

void ColumnDialog::move(int by)
{
    const QModelIndex here = m_list->currentIndex();
    const QModelIndex there = m_found->index(here.row() + by, 0);
    if (!here.isValid() || !there.isValid())
        return;
    const int to = m_found->mapToSource(there).row();
    QList<QStandardItem *> taken = m_columns->takeRow(m_found->mapToSource(here).row());
    m_columns->insertRow(to, taken);
    m_list->setCurrentIndex(m_found->mapFromSource(taken.front()->index()));
}

bool ColumnDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto &key = static_cast<QKeyEvent &>(*event);
        if (key.modifiers() == Qt::AltModifier && (key.key() == Qt::Key_Up || key.key() == Qt::Key_Down)) {
            move(key.key() == Qt::Key_Up ? -1 : 1);
            return true;
        }
    }
    return Dialog::eventFilter(watched, event);
}

std::vector<int> ColumnDialog::places() const
{
    std::vector<int> places;
    for (int row = 0; row < m_columns->rowCount(); ++row)
        if (const QStandardItem *item = m_columns->item(row); item->checkState() == Qt::Checked)
            places.push_back(item->data(placeRole).toInt());
    return places;
}

void ColumnDialog::showCount()
{
    const auto chosen = places().size();
    m_count->setText(tr("%L1 of %Ln column(s)", nullptr, m_columns->rowCount()).arg(chosen));
    m_show->setEnabled(chosen > 0);
}

} // namespace atelier::ui

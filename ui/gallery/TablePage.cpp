#include "ui/gallery/GalleryPages.h"
#include "ui/gallery/SampleJobs.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/table/BulkBar.h"
#include "ui/widgets/table/TableCard.h"

#include <QHeaderView>

using Qt::Literals::StringLiterals::operator""_s;

namespace atelier::ui::gallery {

QWidget *makeTablePage()
{
    auto *page = new QWidget;
    auto *card = new TableCard(u"Jobs"_s);
    DataTable &table = card->table();
    table.setTableModel(*new SampleJobs(card));
    table.horizontalHeader()->setSortIndicator(3, Qt::AscendingOrder);
    table.setRowActions([](const QList<int> &) {
        return QList<RowAction>{{u"open"_s, u"Open"_s, [] {}}, {u"arrow_clockwise"_s, u"Run again"_s, [] {}},
            {u"more_horizontal"_s, u"More"_s, [] {}}};
    });
    card->footer().setTexts(u"7 jobs in 2 experiments"_s,
        u"1 running \u00b7 1 queued \u00b7 1 failed \u00b7 1 canceled \u00b7 3 completed"_s);
    auto *bulk = new BulkBar;
    bulk->showActions(2,
        {{u"branch_compare"_s, u"Compare"_s, [] {}}, {u"stop"_s, u"Cancel 1 active"_s, [] {}},
            {u"delete"_s, u"Delete"_s, [] {}, u"The service is away."_s}});
    QVBoxLayout *column = makeColumn(page, 12, {24, 16, 24, 16});
    column->addWidget(bulk);
    column->addWidget(card);
    return page;
}

} // namespace atelier::ui::gallery

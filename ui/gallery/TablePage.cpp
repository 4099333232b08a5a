#include "ui/gallery/GalleryPages.h"
#include "ui/gallery/SampleJobs.h"
#include "ui/widgets/Layouts.h"
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
    makeColumn(page, 0, {24, 16, 24, 16})->addWidget(card);
    return page;
}

} // namespace atelier::ui::gallery

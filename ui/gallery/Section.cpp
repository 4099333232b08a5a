#include "ui/gallery/Section.h"

#include "ui/widgets/Layouts.h"
#include "ui/widgets/ScrollPage.h"
#include "ui/widgets/TextLabel.h"

namespace atelier::ui::gallery {

namespace {

void addTitle(ScrollPage &page, const QString &title)
{
    if (page.column()->count() > 0)
        page.column()->addSpacing(6);
    page.column()->addWidget(new TextLabel(title, TextStyle::BodyStrong));
}

} // namespace

QHBoxLayout *addSection(ScrollPage &page, const QString &title, int spacing)
{
    addTitle(page, title);
    QHBoxLayout *row = makeRow(nullptr, spacing);
    row->setAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    page.column()->addLayout(row);
    return row;
}

void addWide(ScrollPage &page, const QString &title, QWidget *widget)
{
    addTitle(page, title);
    page.column()->addWidget(widget);
}

} // namespace atelier::ui::gallery

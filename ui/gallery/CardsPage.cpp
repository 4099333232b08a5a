#include "ui/gallery/GalleryPages.h"
#include "ui/gallery/Section.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/CardButton.h"
#include "ui/widgets/Divider.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/IconTile.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/Pill.h"
#include "ui/widgets/ScrollPage.h"
#include "ui/widgets/Sparkline.h"
#include "ui/widgets/TabStrip.h"
#include "ui/widgets/WrapLabel.h"

using Qt::Literals::StringLiterals::operator""_s;

namespace atelier::ui::gallery {

namespace {

QWidget *makeHead()
{
    auto *head = new PageHeader(u"breast-cancer-pipeline #15"_s);
    head->setBreadcrumb({u"My workspace"_s, u"Jobs"_s, u"breast-cancer"_s, u"breast-cancer-pipeline #15"_s});
    head->setState(stateLook(JobStatus::Running));
    head->setFacts(u"1 min 48 s \u00b7 about 55 s left"_s);
    head->addAction(new Button(u"Cancel"_s, ButtonKind::Default, u"stop"));
    head->addAction(new Button(u"Compare"_s, ButtonKind::Default, u"branch_compare"));
    head->addAction(new IconButton(u"more_horizontal", u"More"_s));
    return head;
}

QWidget *makeTabs()
{
    auto *tabs = new TabStrip;
    for (const auto &name : {u"Overview"_s, u"Metrics"_s, u"Outputs + logs"_s, u"Child jobs"_s})
        tabs->addTab(name);
    tabs->setCount(0, 42);
    tabs->setCount(3, 7);
    return tabs;
}

QWidget *makeMetric(const QString &name, const QString &value)
{
    auto *card = new Card;
    QVBoxLayout *column = makeColumn(card, 2, {14, 10, 14, 10});
    column->addWidget(new TextLabel(name, TextStyle::Caption, &Colors::text2));
    column->addWidget(new TextLabel(value, TextStyle::Title));
    auto *line = new Sparkline(name);
    line->setPoints({1, 3, 4, 6, 6.5, 7, 6.8, 7.4, 7.3, 7.6});
    column->addWidget(line);
    return card;
}

QWidget *makeThing()
{
    auto *card = new Card;
    QVBoxLayout *column = makeColumn(card, 10, {16, 14, 16, 14});
    QHBoxLayout *head = makeRow(nullptr, 10);
    head->addWidget(new IconTile(u"pipeline"));
    QVBoxLayout *names = makeColumn(nullptr, 0);
    names->addWidget(
        new ElidedLabel(u"A name that is much too long for the card it stands in"_s, TextStyle::BodyMedium));
    names->addWidget(new TextLabel(u"Step 5 of 7"_s, TextStyle::Caption, &Colors::text3));
    head->addLayout(names, 1);
    head->addWidget(new Pill(stateLook(JobStatus::Completed)));
    column->addLayout(head);
    column->addWidget(new Divider);
    column->addWidget(
        new WrapLabel(u"Trains three classifiers on the data and keeps the best by AUC. Doubled the trees "
                      "after #14, which took twice as long and gained nothing."_s,
            TextStyle::Body, &Colors::text2));
    return card;
}

QWidget *makeChoice(const QString &title, bool chosen)
{
    auto *card = new CardButton(title);
    card->setCheckable(true);
    card->setAutoExclusive(true);
    card->setChecked(chosen);
    QVBoxLayout *column = makeColumn(card, 4, {16, 14, 16, 14});
    column->addWidget(new TextLabel(title, TextStyle::BodyStrong));
    column->addWidget(new WrapLabel(u"What it means, in a sentence."_s, TextStyle::Caption, &Colors::text2));
    column->addStretch(1);
    return card;
}

} // namespace

QWidget *makeCardsPage()
{
    auto *page = new ScrollPage;
    page->column()->addWidget(makeHead());
    page->column()->addWidget(makeTabs());
    QHBoxLayout *metrics = addSection(*page, u"Cards"_s, 12);
    for (const auto &value : {u"0.9931"_s, u"0.9649"_s, u"0.9722"_s})
        metrics->addWidget(makeMetric(u"val AUC"_s, value), 1);
    QHBoxLayout *things = addSection(*page, u"A thing, and choices"_s, 12);
    things->addWidget(makeThing(), 2);
    things->addWidget(makeChoice(u"Like the system"_s, true), 1);
    things->addWidget(makeChoice(u"Dark"_s, false), 1);
    page->column()->addStretch(1);
    return page;
}

} // namespace atelier::ui::gallery

#include "ui/gallery/GalleryPages.h"
#include "ui/gallery/Section.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Chip.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/LinkChip.h"
#include "ui/widgets/ScrollPage.h"
#include "ui/widgets/Segmented.h"
#include "ui/widgets/ToggleSwitch.h"

#include <QCheckBox>
#include <QMenu>
#include <QRadioButton>

#include <array>

using Qt::Literals::StringLiterals::operator""_s;

namespace atelier::ui::gallery {

namespace {

struct Kind
{
    ButtonKind kind;
    QString text;
    QString icon;
};

QList<Kind> kinds()
{
    return {
        {ButtonKind::Primary, u"New job"_s, u"add"_s},
        {ButtonKind::Default, u"Run again"_s, u"arrow_clockwise"_s},
        {ButtonKind::Ghost, u"Save view"_s, u"add"_s},
        {ButtonKind::Danger, u"Delete job"_s, u"delete"_s},
        {ButtonKind::DangerGhost, u"Delete"_s, u"delete"_s},
        {ButtonKind::Link, u"All 14 metrics"_s, {}},
    };
}

void addButtons(QHBoxLayout &row, ControlSize size)
{
    const QList<Kind> all = kinds();
    for (const Kind &kind : all)
        row.addWidget(new Button(kind.text, kind.kind, kind.icon, size));
}

void addStates(QHBoxLayout &row)
{
    const QList<Kind> all = kinds();
    for (const Kind &kind : all) {
        auto *button = new Button(kind.text, kind.kind, kind.icon);
        button->setEnabled(false);
        row.addWidget(button);
    }
    for (const ButtonKind kind : {ButtonKind::Primary, ButtonKind::Default}) {
        auto *busy = new Button(u"Run"_s, kind, u"play");
        busy->setBusy(true);
        row.addWidget(busy);
    }
    auto *bare = new Button(u"Save"_s);
    bare->setBusy(true);
    row.addWidget(bare);
}

void addMore(QHBoxLayout &row)
{
    auto *menu = new Button(u"Group: Experiment"_s, ButtonKind::Default, u"group_list");
    auto *choices = new QMenu(menu);
    choices->addAction(u"Experiment"_s);
    choices->addAction(u"None"_s);
    menu->setMenu(choices);
    row.addWidget(menu);
    auto *on = new Button(u"Live"_s, ButtonKind::Default, u"pulse");
    on->setCheckable(true);
    on->setChecked(true);
    row.addWidget(on);
    for (const QStringView name :
        {u"arrow_clockwise", u"column_triple_edit", u"data_scatter", u"more_horizontal"})
        row.addWidget(new IconButton(name, name.toString()));
    auto *star = new IconButton(u"star", u"Keep"_s);
    star->setCheckable(true);
    star->setChecked(true);
    row.addWidget(star);
    row.addWidget(new IconButton(u"dismiss", u"Close"_s, ControlSize::Small));
}

void addChips(QHBoxLayout &row)
{
    struct Entry
    {
        QString text;
        QString icon;
        int count;
    };
    const std::array<Entry, 4> entries{{{u"Last 7 days"_s, {}, 42}, {u"Active"_s, {}, 3},
        {u"Kept"_s, u"bookmark"_s, 5}, {u"Best per experiment"_s, u"bookmark"_s, 4}}};
    for (const Entry &entry : entries) {
        auto *chip = new Chip(entry.text, entry.icon);
        chip->setCount(entry.count);
        chip->setChecked(&entry == entries.data());
        row.addWidget(chip);
    }
    row.addWidget(new LinkChip(u"document_table", u"breast_cancer.csv"_s, u"569 \u00d7 31"_s));
    row.addWidget(new LinkChip(u"cube", u"model.joblib"_s, u"2.1 MB"_s));
}

void addChoices(QHBoxLayout &row)
{
    row.addWidget(new Segmented(u"Language"_s, {{u"CLI"_s}, {u"YAML"_s}, {u"Python"_s}}));
    row.addWidget(
        new Segmented(u"View"_s, {{u"List"_s, u"text_bullet_list"_s, true}, {u"Grid"_s, u"grid"_s, true}}));
    for (const bool on : {true, false}) {
        auto *toggle = new ToggleSwitch(u"Wrap lines"_s);
        toggle->setChecked(on);
        row.addWidget(toggle);
    }
    for (const Qt::CheckState state : {Qt::Checked, Qt::PartiallyChecked, Qt::Unchecked}) {
        auto *box = new QCheckBox(u"Box"_s);
        box->setTristate(true);
        box->setCheckState(state);
        row.addWidget(box);
    }
    auto *radio = new QRadioButton(u"Dark"_s);
    radio->setChecked(true);
    row.addWidget(radio);
    row.addWidget(new QRadioButton(u"Light"_s));
}

} // namespace

QWidget *makeButtonsPage()
{
    auto *page = new ScrollPage;
    addButtons(*addSection(*page, u"Kinds"_s), ControlSize::Normal);
    addButtons(*addSection(*page, u"Small"_s), ControlSize::Small);
    addStates(*addSection(*page, u"Disabled and busy"_s));
    addMore(*addSection(*page, u"Menu, on, icons"_s));
    addChips(*addSection(*page, u"Chips and links"_s));
    addChoices(*addSection(*page, u"Choices"_s, 16));
    page->column()->addStretch(1);
    return page;
}

} // namespace atelier::ui::gallery

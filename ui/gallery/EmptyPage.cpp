#include "ui/gallery/GalleryPages.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/ErrorState.h"
#include "ui/widgets/Layouts.h"

using Qt::Literals::StringLiterals::operator""_s;

namespace atelier::ui::gallery {

namespace {

QWidget *inCard(QWidget *state)
{
    auto *card = new Card;
    makeColumn(card, 0)->addWidget(state);
    return card;
}

} // namespace

QWidget *makeEmptyPage()
{
    auto *page = new QWidget;
    QVBoxLayout *column = makeColumn(page, 12, {24, 16, 24, 24});
    auto *empty = new EmptyState(u"beaker", u"Nothing has run yet"_s,
        u"A job is one run of your code. It keeps its data, parameters, metrics and logs, so you can come back to it."_s);
    empty->addAction(new Button(u"Run the sample"_s, ButtonKind::Primary, u"play"));
    empty->addAction(new Button(u"Import a folder"_s, ButtonKind::Default, u"folder_open"));
    empty->addWay(u"beaker", u"From a script"_s, u"Any command that runs on this machine, with its files."_s);
    empty->addWay(u"arrow_upload", u"From a file"_s, u"A YAML document says what to run."_s);
    column->addWidget(inCard(empty), 3);
    auto *error = new ErrorState(u"The jobs cannot be read"_s,
        u"The service of this workspace stopped while it was asked. Start it again; nothing is lost."_s);
    error->addAction(new Button(u"Try again"_s, ButtonKind::Primary, u"arrow_clockwise"));
    column->addWidget(inCard(error), 2);
    return page;
}

} // namespace atelier::ui::gallery

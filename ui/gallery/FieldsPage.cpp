#include "ui/gallery/GalleryPages.h"
#include "ui/gallery/Section.h"
#include "ui/widgets/LabeledField.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/ScrollPage.h"
#include "ui/widgets/SearchField.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSlider>
#include <QSpinBox>

using Qt::Literals::StringLiterals::operator""_s;

namespace atelier::ui::gallery {

namespace {

LabeledField *makeName()
{
    return new LabeledField(u"Name"_s, new QLineEdit(u"gradient-boosting-d4"_s),
        u"3\u201324 characters: letters, digits and \u201c-\u201d. Starts with a letter."_s,
        LabeledField::Need::Required);
}

LabeledField *makeInvalid()
{
    auto *field = new LabeledField(u"Name"_s, new QLineEdit(u"4 trees"_s), {}, LabeledField::Need::Required);
    field->setError(u"A name starts with a letter and has no spaces."_s);
    return field;
}

LabeledField *makeDisabled()
{
    auto *edit = new QLineEdit(u"This machine"_s);
    edit->setEnabled(false);
    return new LabeledField(u"Compute"_s, edit, u"There is only one."_s);
}

QWidget *makeSpin()
{
    auto *spin = new QSpinBox;
    spin->setRange(0, 64);
    spin->setValue(4);
    return new LabeledField(u"Cores"_s, spin);
}

QWidget *makeCombo()
{
    auto *combo = new QComboBox;
    combo->addItems({u"English"_s, u"Deutsch"_s, u"Fran\u00e7ais"_s});
    return new LabeledField(u"Language"_s, combo, u"Numbers and dates follow it."_s);
}

QWidget *makeSlider()
{
    auto *slider = new QSlider(Qt::Horizontal);
    slider->setRange(90, 150);
    slider->setValue(110);
    return new LabeledField(u"Text size"_s, slider);
}

} // namespace

QWidget *makeFieldsPage()
{
    auto *page = new ScrollPage;
    QHBoxLayout *search = addSection(*page, u"Search"_s);
    auto *filter = new SearchField(u"Add a condition, e.g. metrics.auc > 0.99"_s);
    filter->setKeyHint(u"/"_s);
    search->addWidget(filter, 1);
    auto *filled = new SearchField(u"Filter"_s);
    filled->setText(u"forest"_s);
    search->addWidget(filled, 1);
    QHBoxLayout *edits = addSection(*page, u"Text"_s, 16);
    for (LabeledField *field : {makeName(), makeInvalid(), makeDisabled()})
        edits->addWidget(field, 1, Qt::AlignTop);
    QHBoxLayout *others = addSection(*page, u"Choices and numbers"_s, 16);
    for (QWidget *field : {makeCombo(), makeSpin(), makeSlider()})
        others->addWidget(field, 1, Qt::AlignTop);
    auto *text = new QPlainTextEdit(u"Trains three classifiers and keeps the best by AUC."_s);
    text->setFixedHeight(96);
    page->column()->addWidget(new LabeledField(u"Description"_s, text));
    page->column()->addStretch(1);
    return page;
}

} // namespace atelier::ui::gallery

#include "tests/ui/support/Application.h"
#include "ui/theme/ControlLook.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/InPlaceEdit.h"
#include "ui/widgets/LabeledField.h"
#include "ui/widgets/SearchField.h"
#include "ui/widgets/Tag.h"
#include "ui/widgets/WrapLabel.h"

#include <gtest/gtest.h>

#include <QSignalSpy>
#include <QTest>

using namespace atelier::ui;

TEST(SearchField, EscapeClearsItAndIsThenLeftToOthers)
{
    QWidget window;
    SearchField field(QStringLiteral("Filter"), &window);
    window.show();
    QTest::keyClicks(&field, QStringLiteral("forest"));
    QTest::keyClick(&field, Qt::Key_Escape);
    EXPECT_EQ(field.text(), QString());
    QKeyEvent escape(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
    QCoreApplication::sendEvent(&field, &escape);
    EXPECT_FALSE(escape.isAccepted());
}

TEST(SearchField, HasACrossWhileThereIsSomethingToClear)
{
    SearchField field(QStringLiteral("Filter"));
    field.setKeyHint(QStringLiteral("/"));
    field.show();
    auto *cross = field.findChild<IconButton *>();
    EXPECT_FALSE(cross->isVisible());
    field.setText(QStringLiteral("auc"));
    EXPECT_TRUE(cross->isVisible());
    QTest::mouseClick(cross, Qt::LeftButton);
    EXPECT_EQ(field.text(), QString());
    EXPECT_FALSE(cross->isVisible());
}

TEST(LabeledField, AnErrorTakesThePlaceOfTheHelp)
{
    auto *edit = new QLineEdit;
    LabeledField field(QStringLiteral("Name"), edit, QStringLiteral("3 to 24 characters"));
    field.show();
    auto *note = field.findChild<WrapLabel *>();
    EXPECT_EQ(note->text(), QStringLiteral("3 to 24 characters"));
    field.setError(QStringLiteral("A name has no spaces."));
    EXPECT_EQ(note->text(), QStringLiteral("A name has no spaces."));
    EXPECT_TRUE(isInvalid(edit));
    EXPECT_EQ(edit->accessibleDescription(), QStringLiteral("A name has no spaces."));
    field.setError({});
    EXPECT_FALSE(isInvalid(edit));
    EXPECT_EQ(note->text(), QStringLiteral("3 to 24 characters"));
}

TEST(LabeledField, NamesTheFieldAndSaysThatItIsRequired)
{
    LabeledField optional(QStringLiteral("Name"), new QLineEdit);
    LabeledField required(QStringLiteral("Name"), new QLineEdit, {}, LabeledField::Need::Required);
    EXPECT_EQ(optional.field()->accessibleName(), QStringLiteral("Name"));
    EXPECT_EQ(required.field()->accessibleName(), QStringLiteral("Name, required"));
}

TEST(Tag, ItsCrossAsksForItsRemoval)
{
    Tag fixed(QStringLiteral("keep"));
    EXPECT_EQ(fixed.findChild<IconButton *>(), nullptr);
    Tag tag(QStringLiteral("keep"), Tag::Removal::Removable);
    QSignalSpy asked(&tag, &Tag::removeRequested);
    auto *cross = tag.findChild<IconButton *>();
    EXPECT_EQ(cross->accessibleName(), QStringLiteral("Remove the tag keep"));
    cross->click();
    EXPECT_EQ(asked.count(), 1);
}

TEST(InPlaceEdit, GivesWhatItShowsAllTheWidthBesideThePencil)
{
    auto *shown
        = new WrapLabel(QStringLiteral("Cleans and splits a table, trains a model on it and measures it."),
            TextStyle::Body, &Colors::text2, 0);
    InPlaceEdit edit(shown, QStringLiteral("Edit"), InPlaceEdit::Lines::Several);
    edit.resize(260, 120);
    edit.show();
    QCoreApplication::processEvents();
    const auto *pencil = edit.findChild<IconButton *>();
    EXPECT_GT(shown->width(), edit.width() - pencil->width() - 10);
    edit.begin();
    EXPECT_FALSE(shown->isVisible());
    EXPECT_TRUE(edit.findChild<QWidget *>(QStringLiteral("editedText"))->isVisible());
}

#include "tests/ui/studio/StudioTest.h"
#include "ui/home/StepRow.h"

#include <QAccessible>
#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>

using namespace atelier;
using namespace atelier::ui;

namespace {

/// What a screen reader takes for showing although its widget is hidden, from this on down.
void collectGhosts(QAccessibleInterface *thing, const QWidget *owner, QStringList &ghosts)
{
    if (thing == nullptr)
        return;
    if (const auto *widget = qobject_cast<QWidget *>(thing->object()))
        owner = widget;
    if (owner->inherits("QComboBoxListView"))
        return; // the choices of a closed box, which Qt offers as they are
    const QAccessible::State state = thing->state();
    if (!owner->isVisible() && !state.invisible && !state.offscreen)
        ghosts << thing->text(QAccessible::Name) + QStringLiteral(" in ")
                + QString::fromLatin1(owner->metaObject()->className());
    for (int i = 0; i < thing->childCount(); ++i)
        collectGhosts(thing->child(i), owner, ghosts);
}

class ShellTest : public ui::test::StudioTest
{
protected:
    void pressKey(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(m_window.get(), Qt::Key(key), modifiers);
    }
    [[nodiscard]] QStringList rows()
    {
        QStringList texts;
        const auto *model = m_window->findChild<QListView *>()->model();
        for (int row = 0; row < model->rowCount(); ++row)
            texts << model->index(row, 0).data().toString();
        return texts;
    }
    QLineEdit *field() { return need<QLineEdit>(QStringLiteral("commandField")); }
    [[nodiscard]] bool isDone(int step)
    {
        const auto *row = m_window->findChild<StepRow *>(QStringLiteral("step%1").arg(step));
        return row->accessibleName().endsWith(QStringLiteral(", done"));
    }
    [[nodiscard]] QString part() const
    {
        for (QWidget *each = QApplication::focusWidget(); each != nullptr; each = each->parentWidget())
            if (each->objectName() == QStringLiteral("commandBar")
                || each->objectName() == QStringLiteral("navigation")
                || each->objectName() == QStringLiteral("homePage"))
                return each->objectName();
        return {};
    }
};

} // namespace

TEST_F(ShellTest, AFreshWindowBeginsWithTheFirstControlOfItsPage)
{
    ASSERT_NE(m_window->focusWidget(), nullptr);
    EXPECT_EQ(m_window->focusWidget()->objectName(), QStringLiteral("homeNewJob"));
}

TEST_F(ShellTest, AScreenReaderFindsWhatIsOnThePageInFrontAlone)
{
    submit("heard", "true");
    ASSERT_TRUE(waitForStatus("heard", JobStatus::Completed));
    const QStringList heard{QStringLiteral("heard")};
    for (const Address &address : {Address{PageKind::Jobs, {}, QStringLiteral("experiments")},
             Address{PageKind::Jobs}, Address{PageKind::Job, heard}, Address{PageKind::Settings},
             Address{PageKind::Home}, Address{PageKind::Job, heard, QStringLiteral("steps")}}) {
        go(address);
        QTest::qWait(200); // until it is filled
        QStringList ghosts;
        collectGhosts(QAccessible::queryAccessibleInterface(m_window.get()), m_window.get(), ghosts);
        EXPECT_EQ(ghosts.join(u'\n').toStdString(), "");
    }
}

TEST_F(ShellTest, ThePaletteSeeksCommandsOrJobsAloneByASign)
{
    submit("setting-sun", "true");
    pressKey(Qt::Key_K, Qt::ControlModifier);
    QTest::keyClicks(field(), QStringLiteral("setting"));
    ASSERT_TRUE(waitUntil([this] { return rows().contains(QStringLiteral("setting-sun")); }));
    EXPECT_TRUE(rows().contains(QStringLiteral("Settings")));
    field()->setText(QStringLiteral(">setting"));
    EXPECT_EQ(rows().first(), QStringLiteral("Settings"));
    EXPECT_FALSE(rows().contains(QStringLiteral("setting-sun")));
    field()->setText(QStringLiteral("#setting"));
    ASSERT_TRUE(waitUntil([this] { return rows() == QStringList{QStringLiteral("setting-sun")}; }));
}

TEST_F(ShellTest, ThePaletteBringsWhatWasUsedLatelyFirst)
{
    pressKey(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(field()->text(), QStringLiteral(">"));
    QTest::keyClicks(field(), QStringLiteral("keyboard"));
    QTest::keyClick(field(), Qt::Key_Return);
    EXPECT_EQ(m_window->navigator().current().tab, QStringLiteral("shortcuts"));
    pressKey(Qt::Key_K, Qt::ControlModifier);
    EXPECT_EQ(rows().first(), QStringLiteral("Keyboard shortcuts"));
}

TEST_F(ShellTest, HelpSaysWhatCanBeTypedAndTypesIt)
{
    pressKey(Qt::Key_F1);
    EXPECT_EQ(rows().first(), QStringLiteral("To seek among commands alone"));
    EXPECT_TRUE(rows().contains(QStringLiteral("Show the steps to get started")));
    QTest::keyClick(field(), Qt::Key_Return);
    EXPECT_EQ(field()->text(), QStringLiteral(">"));
}

TEST_F(ShellTest, ReturnOnAnEmptyPaletteEndsAndDeletesNothing)
{
    submit("endless", "sleep 600");
    ASSERT_TRUE(waitForStatus("endless", JobStatus::Running));
    pressKey(Qt::Key_K, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([this] { return rows().contains(QStringLiteral("endless")); }));
    QTest::keyClick(field(), Qt::Key_Return);
    EXPECT_TRUE(waitForStatus("endless", JobStatus::Running));
    m_window->connection().jobs().cancel("endless", m_window.get(), [](const Result<void> &) {});
    EXPECT_TRUE(waitForStatus("endless", JobStatus::Canceled));
}

TEST_F(ShellTest, ThePaletteOffersWhatThePageInFrontOffersAndWhatEndsSomethingLast)
{
    submit("endless", "sleep 600");
    ASSERT_TRUE(waitForStatus("endless", JobStatus::Running));
    go({PageKind::Job, {QStringLiteral("endless")}});
    ASSERT_TRUE(waitUntil([this] { return shows(QStringLiteral("Run again")); }));
    pressKey(Qt::Key_K, Qt::ControlModifier);
    const QStringList offered{
        QStringLiteral("Run again"), QStringLiteral("Run with changes…"), QStringLiteral("Cancel")};
    EXPECT_EQ(rows().mid(0, 3), offered);
    QTest::keyClicks(field(), QStringLiteral("canc"));
    EXPECT_EQ(rows().first(), QStringLiteral("Cancel"));
    QTest::keyClick(field(), Qt::Key_Return);
    EXPECT_TRUE(waitForStatus("endless", JobStatus::Canceled));
}

TEST_F(ShellTest, LettersThatLieApartCountOnlyWhereNothingHoldsThemTogether)
{
    pressKey(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keyClicks(field(), QStringLiteral("run"));
    EXPECT_EQ(rows(), QStringList{QStringLiteral("Run the sample pipeline")});
    field()->setText(QStringLiteral(">rts"));
    EXPECT_TRUE(rows().contains(QStringLiteral("Run the sample pipeline")));
    field()->setText(QStringLiteral(">qqqq"));
    EXPECT_EQ(rows(), QStringList());
    EXPECT_TRUE(waitUntil([this] { return shows(QStringLiteral("No command and no job has such a name")); }));
}

TEST_F(ShellTest, AnotherPageTakesTheFocusOverFromTheOneBefore)
{
    m_window->activateWindow();
    ASSERT_TRUE(waitUntil([this] { return m_window->isActiveWindow(); }));
    auto *home = m_window->findChild<QWidget *>(QStringLiteral("homePage"));
    home->setFocus();
    go({PageKind::Settings});
    auto *settings = m_window->findChild<QWidget *>(QStringLiteral("settingsPage"));
    ASSERT_NE(settings, nullptr);
    EXPECT_TRUE(
        settings == QApplication::focusWidget() || settings->isAncestorOf(QApplication::focusWidget()));
}

TEST_F(ShellTest, F6GoesAroundThePartsOfTheWindow)
{
    m_window->activateWindow();
    ASSERT_TRUE(waitUntil([this] { return m_window->isActiveWindow(); }));
    m_window->findChild<QWidget *>(QStringLiteral("search"))->setFocus();
    pressKey(Qt::Key_F6);
    EXPECT_EQ(part(), QStringLiteral("navigation"));
    pressKey(Qt::Key_F6);
    EXPECT_EQ(part(), QStringLiteral("homePage"));
    pressKey(Qt::Key_F6);
    EXPECT_EQ(part(), QStringLiteral("commandBar"));
    EXPECT_EQ(QApplication::focusWidget()->objectName(), QStringLiteral("search"));
    pressKey(Qt::Key_F6, Qt::ShiftModifier);
    EXPECT_EQ(part(), QStringLiteral("homePage"));
}

TEST_F(ShellTest, TheStepsToGetStartedAreDoneWhenTheyHaveHappened)
{
    ASSERT_TRUE(waitUntil([this] { return isDone(1); }));
    EXPECT_FALSE(isDone(2));
    const auto measuring = "python3 -c \"import mlflow; mlflow.log_metric('auc', 0.5)\"";
    submit("one", measuring);
    submit("two", measuring);
    EXPECT_TRUE(waitUntil([this] { return isDone(5); })) << "a job that is not the sample's has ended";
    EXPECT_FALSE(isDone(2)) << "it was no pipeline";
    EXPECT_FALSE(isDone(3));
    ASSERT_TRUE(waitUntil([this] { return need<StepRow>(QStringLiteral("step3"))->isEnabled(); }));
    QTest::mouseClick(need<StepRow>(QStringLiteral("step3")), Qt::LeftButton);
    EXPECT_TRUE(waitUntil([this] { return isDone(3); }));
    go({});
    ASSERT_TRUE(waitUntil([this] { return need<StepRow>(QStringLiteral("step4"))->isEnabled(); }));
    QTest::mouseClick(need<StepRow>(QStringLiteral("step4")), Qt::LeftButton);
    EXPECT_EQ(m_window->navigator().current().page, PageKind::Compare);
    EXPECT_TRUE(isDone(4));
    reopen();
    EXPECT_TRUE(isDone(3) && isDone(4)) << "what has happened is kept";
}

TEST_F(ShellTest, TheStepsToGetStartedComeBackFromHelp)
{
    QTest::mouseClick(need<QAbstractButton>(QStringLiteral("hideGetStarted")), Qt::LeftButton);
    EXPECT_FALSE(m_window->findChild<QWidget *>(QStringLiteral("getStarted"))->isVisible());
    reopen();
    EXPECT_FALSE(m_window->findChild<QWidget *>(QStringLiteral("getStarted"))->isVisible());
    go({PageKind::Jobs});
    pressKey(Qt::Key_F1);
    QTest::keyClicks(field(), QStringLiteral("steps"));
    QTest::keyClick(field(), Qt::Key_Return);
    EXPECT_TRUE(m_window->findChild<QWidget *>(QStringLiteral("getStarted"))->isVisible());
}

TEST_F(ShellTest, TheSearchStaysWhereItIsWhenSomethingRuns)
{
    const QRect before = need<QWidget>(QStringLiteral("search"))->geometry();
    submit("first", "sleep 600");
    ASSERT_TRUE(waitUntil([this] { return isVisible("running"); }));
    QCoreApplication::processEvents();
    EXPECT_EQ(need<QWidget>(QStringLiteral("search"))->geometry(), before);
}

#include "ui/settings/SettingsPage.h"

#include "tests/ui/studio/StudioTest.h"
#include "tests/ui/support/Windows.h"
#include "ui/settings/Setting.h"
#include "ui/settings/SettingsSection.h"
#include "ui/shell/Actions.h"
#include "ui/shell/NavigationItem.h"
#include "ui/widgets/KeyCap.h"

#include <QLabel>
#include <QLineEdit>
#include <QStackedWidget>

#include <set>

using namespace atelier::ui;

namespace {

class SettingsPageTest : public test::StudioTest
{
protected:
    void SetUp() override
    {
        StudioTest::SetUp();
        test::showActive(*m_window);
        go({PageKind::Settings});
        page = m_window->findChild<SettingsPage *>();
        ASSERT_NE(page, nullptr);
    }

    [[nodiscard]] SettingsSection *front() const
    {
        return qobject_cast<SettingsSection *>(page->findChild<QStackedWidget *>()->currentWidget());
    }
    [[nodiscard]] NavigationItem &item(const char *id)
    {
        return *page->findChild<NavigationItem *>(QStringLiteral("section_") + QLatin1StringView(id));
    }
    void type(const char *text)
    {
        auto &field = *need<QLineEdit>(QStringLiteral("settingsSearch"));
        field.setFocus();
        field.selectAll();
        QTest::keyClicks(&field, QLatin1StringView(text));
    }
    [[nodiscard]] int foundCount() const
    {
        const auto all = page->findChildren<Setting *>();
        return static_cast<int>(
            std::count_if(all.begin(), all.end(), [](const Setting *one) { return one->isFound(); }));
    }

    SettingsPage *page = nullptr;
};

} // namespace

TEST_F(SettingsPageTest, ShowsTheSectionThatTheAddressNames)
{
    EXPECT_EQ(front()->title(), u"Appearance");
    go({PageKind::Settings, {}, QStringLiteral("about")});
    EXPECT_EQ(front()->title(), u"About");
    EXPECT_TRUE(item("about").isChecked());
}

TEST_F(SettingsPageTest, TheArrowKeysGoFromSectionToSection)
{
    item("appearance").setFocus();
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Down);
    EXPECT_EQ(front()->title(), u"Workspace");
}

TEST_F(SettingsPageTest, FindsASettingByItsWordsInAnyOrder)
{
    type("moving bars");
    EXPECT_EQ(front()->title(), u"Appearance");
    EXPECT_EQ(foundCount(), 1);
    EXPECT_TRUE(item("about").isHidden());
    auto &field = *need<QLineEdit>(QStringLiteral("settingsSearch"));
    QTest::keyClick(&field, Qt::Key_Return);
    EXPECT_EQ(m_window->focusWidget()->objectName(), u"reducedMotion");
}

TEST_F(SettingsPageTest, FindsNothingThatHasOnlySomeOfTheWords)
{
    type("moving sqlite");
    EXPECT_EQ(foundCount(), 0);
    EXPECT_EQ(front(), nullptr);
}

TEST_F(SettingsPageTest, GoesToTheSectionOfWhatIsFound)
{
    type("sqlite");
    EXPECT_EQ(front()->title(), u"About");
    type("mlflow");
    EXPECT_EQ(front()->title(), u"Workspace");
    type("f5");
    EXPECT_EQ(front()->title(), u"Shortcuts");
    type("Shortcuts");
    EXPECT_EQ(front()->title(), u"Shortcuts");
}

TEST_F(SettingsPageTest, SaysWhereNothingIsFoundAndComesBack)
{
    type("weather");
    EXPECT_EQ(front(), nullptr);
    auto &field = *need<QLineEdit>(QStringLiteral("settingsSearch"));
    QTest::keyClick(&field, Qt::Key_Escape);
    EXPECT_NE(front(), nullptr);
    EXPECT_EQ(foundCount(), 0);
    EXPECT_FALSE(item("about").isHidden());
}

TEST_F(SettingsPageTest, ListsEveryActionWithItsKeys)
{
    go({PageKind::Settings, {}, QStringLiteral("shortcuts")});
    std::set<QString> named;
    for (const QLabel *label : front()->findChildren<QLabel *>())
        named.insert(label->text());
    const auto *actions = m_window->findChild<Actions *>();
    ASSERT_GT(actions->all().size(), 10U);
    for (const Actions::Entry &entry : actions->all())
        EXPECT_TRUE(named.count(entry.action->text())) << entry.action->text().toStdString();
}

TEST_F(SettingsPageTest, EverythingThatTakesTheFocusHasAName)
{
    for (const QWidget *widget : page->findChildren<QWidget *>()) {
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool isNamed
            = !widget->accessibleName().isEmpty() || (button != nullptr && !button->text().isEmpty());
        const bool isInner = widget->parentWidget()->inherits("QComboBox")
            || widget->inherits("QComboBoxPrivateContainer") || widget->window() != m_window.get();
        if ((widget->focusPolicy() & Qt::TabFocus) == 0 || isInner || widget->isHidden())
            continue;
        EXPECT_TRUE(isNamed) << widget->metaObject()->className() << " "
                             << widget->objectName().toStdString();
    }
}

TEST_F(SettingsPageTest, TabReachesEveryControl)
{
    std::set<QString> reached;
    need<QLineEdit>(QStringLiteral("settingsSearch"))->setFocus();
    for (int i = 0; i < 40; ++i) {
        QTest::keyClick(m_window->focusWidget(), Qt::Key_Tab);
        reached.insert(m_window->focusWidget()->objectName());
    }
    for (const char *name : {"section_appearance", "theme_light", "textSize", "reducedMotion", "language"})
        EXPECT_TRUE(reached.count(QLatin1StringView(name))) << name;
}

TEST_F(SettingsPageTest, TheSectionsAreIconsWhereThereIsLittleRoom)
{
    m_window->resize(900, 700);
    QCoreApplication::processEvents();
    EXPECT_LT(item("about").width(), 60);
    EXPECT_EQ(item("about").toolTip(), u"About");
    m_window->resize(1440, 900);
    QCoreApplication::processEvents();
    EXPECT_GT(item("about").width(), 150);
}

TEST(KeysOf, AreThoseOfTheKeyboard)
{
    const auto keys
        = [](const char *text) { return keysOf(QKeySequence(QLatin1StringView(text))).join(u' '); };
    EXPECT_EQ(keys("Ctrl+Shift+L"), u"Ctrl Shift L");
    EXPECT_EQ(keys("F5"), u"F5");
    EXPECT_EQ(keys("Ctrl++"), u"Ctrl +");
    EXPECT_EQ(keys("+"), u"+");
    EXPECT_EQ(keys(""), u"");
}

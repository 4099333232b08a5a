#include "ui/shell/Appearance.h"

#include "tests/support/TemporaryFolder.h"
#include "tests/ui/studio/StudioTest.h"
#include "tests/ui/support/Application.h"
#include "tests/ui/support/Windows.h"
#include "ui/theme/Motion.h"
#include "ui/widgets/Segmented.h"
#include "ui/widgets/table/DataTable.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QHeaderView>
#include <QRadioButton>
#include <QSlider>

using namespace atelier::ui;
using test::showActive;

namespace {

QString kept(QSettings &settings, const char *key)
{
    return settings.value(QLatin1StringView(key)).toString();
}

class AppearanceSettings : public test::StudioTest
{
protected:
    void SetUp() override
    {
        StudioTest::SetUp();
        showActive(*m_window);
        go({PageKind::Settings});
    }

    template<typename T>
    T &control(const char *name)
    {
        return *need<T>(QString::fromLatin1(name));
    }
};

} // namespace

TEST_F(AppearanceSettings, AThemeThatIsChosenIsInForceAndKept)
{
    QTest::mouseClick(&control<QRadioButton>("theme_dark"), Qt::LeftButton);
    EXPECT_EQ(test::theme().scheme(), Scheme::Dark);
    EXPECT_EQ(kept(settings(), "appearance/scheme"), u"dark");
}

TEST_F(AppearanceSettings, TheArrowKeysGoFromThemeToTheme)
{
    control<QRadioButton>("theme_light").setFocus();
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Right);
    EXPECT_EQ(test::theme().scheme(), Scheme::Dark);
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Right);
    EXPECT_EQ(test::theme().scheme(), Scheme::HighContrast);
}

TEST_F(AppearanceSettings, TheCardsFollowAThemeThatIsSwitchedElsewhere)
{
    QTest::keyClick(m_window.get(), Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_TRUE(control<QRadioButton>("theme_dark").isChecked());
}

TEST_F(AppearanceSettings, TheSwitchBetweenLightAndDarkKeepsTheHighContrast)
{
    QTest::mouseClick(&control<QRadioButton>("theme_high-contrast"), Qt::LeftButton);
    QTest::keyClick(m_window.get(), Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_TRUE(control<QRadioButton>("theme_high-contrast-light").isChecked());
    EXPECT_FALSE(test::theme().isDark());
    EXPECT_EQ(kept(settings(), "appearance/scheme"), u"high-contrast-light");
    QTest::keyClick(m_window.get(), Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(test::theme().scheme(), Scheme::HighContrast);
}

TEST_F(AppearanceSettings, KeysMakeTheTextLargerAndNormalAgainAnywhere)
{
    go({PageKind::Home});
    auto &strip = control<QWidget>("statusStrip");
    EXPECT_EQ(strip.height(), 26);
    QTest::keyClick(m_window.get(), Qt::Key_Equal, Qt::ControlModifier);
    QTest::keyClick(m_window.get(), Qt::Key_Plus, Qt::ControlModifier);
    EXPECT_DOUBLE_EQ(test::theme().textScale(), 1.2);
    EXPECT_EQ(kept(settings(), "appearance/textScale"), u"1.2");
    EXPECT_EQ(strip.height(), 31); // 26 * 1.2
    QTest::keyClick(m_window.get(), Qt::Key_Minus, Qt::ControlModifier);
    EXPECT_DOUBLE_EQ(test::theme().textScale(), 1.1);
    QTest::keyClick(m_window.get(), Qt::Key_0, Qt::ControlModifier);
    EXPECT_DOUBLE_EQ(test::theme().textScale(), 1);
    EXPECT_EQ(strip.height(), 26);
}

TEST_F(AppearanceSettings, TheTextStaysWithinItsLimits)
{
    for (int i = 0; i < 9; ++i)
        QTest::keyClick(m_window.get(), Qt::Key_Equal, Qt::ControlModifier);
    EXPECT_DOUBLE_EQ(test::theme().textScale(), 1.5);
    EXPECT_EQ(kept(settings(), "appearance/textScale"), u"1.5");
    EXPECT_EQ(control<QSlider>("textSize").value(), 150);
}

TEST_F(AppearanceSettings, TheSliderSetsTheTextInStepsOfFive)
{
    auto &slider = control<QSlider>("textSize");
    slider.setFocus();
    QTest::keyClick(&slider, Qt::Key_Right);
    EXPECT_DOUBLE_EQ(test::theme().textScale(), 1.05);
    QTest::keyClick(&slider, Qt::Key_Home);
    EXPECT_DOUBLE_EQ(test::theme().textScale(), 0.9);
}

TEST_F(AppearanceSettings, CompactRowsReachTablesThatAreThere)
{
    go({PageKind::Jobs});
    const auto tables = m_window->findChildren<DataTable *>();
    ASSERT_FALSE(tables.isEmpty());
    EXPECT_EQ(tables.front()->rowHeight(), 44);
    go({PageKind::Settings});
    control<Segmented>("density").setCurrent(1);
    EXPECT_EQ(tables.front()->rowHeight(), 32);
    EXPECT_EQ(tables.front()->verticalHeader()->defaultSectionSize(), 32);
    EXPECT_EQ(kept(settings(), "appearance/density"), u"compact");
}

TEST_F(AppearanceSettings, SpaceSwitchesTheMotion)
{
    auto &motion = control<QAbstractButton>("reducedMotion");
    ASSERT_TRUE(motion.isChecked()); // as in every test
    motion.setFocus();
    QTest::keyClick(&motion, Qt::Key_Space);
    EXPECT_FALSE(reducedMotion());
    EXPECT_FALSE(settings().value(QStringLiteral("appearance/reducedMotion")).toBool());
}

TEST_F(AppearanceSettings, ALanguageIsKeptForTheNextStart)
{
    auto &language = control<QComboBox>("language");
    EXPECT_EQ(language.currentText(), u"System");
    language.setFocus();
    QTest::keyClick(&language, Qt::Key_End);
    EXPECT_EQ(language.currentText(), u"Deutsch");
    EXPECT_EQ(kept(settings(), "appearance/language"), u"de");
}

TEST(Appearance, PutsInForceWhatIsKept)
{
    const atelier::test::TemporaryFolder folder;
    const QString file = QString::fromStdString(folder / "studio.ini");
    atelier::test::write(folder / "studio.ini",
        "[appearance]\nscheme=high-contrast\ntextScale=1.3\nreducedMotion=false\ndensity=compact\n");
    QSettings settings(file, QSettings::IniFormat);
    Appearance(test::theme(), settings).restore();
    EXPECT_EQ(test::theme().scheme(), Scheme::HighContrast);
    EXPECT_DOUBLE_EQ(test::theme().textScale(), 1.3);
    EXPECT_FALSE(reducedMotion());
    EXPECT_EQ(density(), Density::Compact);
}

TEST(Appearance, LeavesOutWhatCannotBeMeant)
{
    const atelier::test::TemporaryFolder folder;
    const QString file = QString::fromStdString(folder / "studio.ini");
    atelier::test::write(folder / "studio.ini", "[appearance]\nscheme=mauve\ntextScale=nan\ndensity=tiny\n");
    QSettings settings(file, QSettings::IniFormat);
    Appearance(test::theme(), settings).restore();
    EXPECT_EQ(test::theme().scheme(), Scheme::Light);
    EXPECT_DOUBLE_EQ(test::theme().textScale(), 1);
    EXPECT_EQ(density(), Density::Comfortable);
}

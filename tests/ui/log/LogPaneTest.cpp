#include "ui/log/LogPane.h"

#include "tests/support/TemporaryFolder.h"
#include "ui/log/LogView.h"
#include "ui/widgets/FileTitle.h"

#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

using namespace atelier;
using namespace atelier::ui;

namespace {

class LogPaneTest : public testing::Test
{
protected:
    void open(const std::string &text)
    {
        test::write(m_folder / "std_log.txt", text);
        m_pane.resize(900, 500);
        m_pane.show();
        m_pane.activateWindow();
        m_pane.setFile(QString::fromStdString((m_folder / "std_log.txt").string()));
        ASSERT_TRUE(QTest::qWaitFor([&] { return m_pane.view().document().state().judged; }));
    }

    template<typename Widget>
    Widget *need(const char *name)
    {
        auto *widget = m_pane.findChild<Widget *>(QLatin1String(name));
        EXPECT_NE(widget, nullptr) << name;
        return widget;
    }

    std::string facts() { return m_pane.findChild<FileTitle *>()->facts().toStdString(); }

    test::TemporaryFolder m_folder;
    LogPane m_pane;
};

} // namespace

TEST_F(LogPaneTest, OffersTheFirstErrorOnlyWhereThereIsOne)
{
    open("fine\n");
    EXPECT_FALSE(need<QAbstractButton>("firstError")->isVisible());
    open("fine\nWARN careful\nERROR bad\n");
    auto *button = need<QAbstractButton>("firstError");
    ASSERT_TRUE(QTest::qWaitFor([&] { return button->isVisible(); }));
    EXPECT_EQ(button->text(), QStringLiteral("First error: line 3"));
    button->click();
    EXPECT_EQ(m_pane.view().caret().line, 2U);
}

TEST_F(LogPaneTest, SaysHowMuchThereIs)
{
    open("a\nWARN b\nERROR c\n");
    EXPECT_EQ(facts(), "3 lines · 17 B · 1 warning · 1 error");
}

TEST_F(LogPaneTest, SaysWhyThereIsNothing)
{
    m_pane.setFile(QString::fromStdString((m_folder / "none").string()));
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_pane.view().document().state().error.has_value(); }));
    EXPECT_TRUE(facts().starts_with("Cannot open ")) << facts();
    m_pane.setLive(true);
    m_pane.setFile(QString::fromStdString((m_folder / "none").string()));
    ASSERT_TRUE(QTest::qWaitFor([&] { return facts() == "not written yet"; }));
}

TEST_F(LogPaneTest, ShowsFollowOnlyForALogThatGrows)
{
    open("a\n");
    EXPECT_FALSE(need<QAbstractButton>("followLog")->isVisible());
    m_pane.setLive(true);
    EXPECT_TRUE(need<QAbstractButton>("followLog")->isVisible());
    EXPECT_TRUE(need<QAbstractButton>("followLog")->isChecked());
    need<QAbstractButton>("followLog")->click();
    EXPECT_FALSE(m_pane.view().isFollowing());
}

TEST_F(LogPaneTest, FindsByKeyboardAlone)
{
    open("one\nhit\ntwo\nHit\n");
    QTest::keyClick(&m_pane.view(), Qt::Key_F, Qt::ControlModifier);
    auto *text = need<QLineEdit>("findText");
    ASSERT_TRUE(text->isVisible());
    QTest::keyClicks(text, QStringLiteral("hit"));
    auto *count = need<QLabel>("findCount");
    ASSERT_TRUE(QTest::qWaitFor([&] { return count->text() == QStringLiteral("1 of 2"); }));
    QTest::keyClick(text, Qt::Key_Return);
    EXPECT_EQ(count->text(), QStringLiteral("2 of 2"));
    EXPECT_EQ(m_pane.view().caret().line, 3U);
    QTest::keyClick(text, Qt::Key_Return, Qt::ShiftModifier);
    EXPECT_EQ(count->text(), QStringLiteral("1 of 2"));
    need<QAbstractButton>("matchCase")->click();
    ASSERT_TRUE(QTest::qWaitFor([&] { return count->text() == QStringLiteral("1 of 1"); }));
    QTest::keyClick(text, Qt::Key_Escape);
    EXPECT_FALSE(text->isVisible());
    EXPECT_EQ(m_pane.view().document().search(), nullptr);
}

TEST_F(LogPaneTest, NamesEveryControlThatTakesTheKeyboard)
{
    open("ERROR a\n");
    for (const QWidget *widget : m_pane.findChildren<QWidget *>()) {
        if ((widget->focusPolicy() & Qt::TabFocus) == 0
            || widget->objectName().startsWith(QLatin1String("qt_")))
            continue;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const QString name = widget->accessibleName().isEmpty() && button != nullptr
            ? button->text()
            : widget->accessibleName();
        EXPECT_FALSE(name.isEmpty()) << widget->metaObject()->className();
    }
}

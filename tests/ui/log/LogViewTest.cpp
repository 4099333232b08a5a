#include "ui/log/LogView.h"

#include "tests/support/TemporaryFolder.h"
#include "ui/theme/Colors.h"
#include "ui/theme/Type.h"

#include <gtest/gtest.h>

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QPainter>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <filesystem>
#include <fstream>

using namespace atelier;
using namespace atelier::ui;

namespace {

std::string numbered(int lines)
{
    std::string text;
    for (int i = 1; i <= lines; ++i)
        text += "line " + std::to_string(i) + '\n';
    return text;
}

class LogViewTest : public testing::Test
{
protected:
    LogViewTest()
    {
        m_view.resize(800, 400);
        m_view.show();
        m_view.setFocus();
    }

    void open(const std::string &text)
    {
        test::write(m_folder / "log", text);
        m_view.setFile(QString::fromStdString((m_folder / "log").string()));
        settle();
    }

    void append(const std::string &text) { std::ofstream(m_folder / "log", std::ios::app) << text; }

    void settle()
    {
        const auto size = std::filesystem::file_size(m_folder / "log");
        ASSERT_TRUE(QTest::qWaitFor(
            [&] { return m_view.document().state().bytes == size && m_view.document().state().judged; }));
    }

    void waitForSearch()
    {
        ASSERT_TRUE(QTest::qWaitFor([&] {
            return m_view.document().search() != nullptr && m_view.document().search()->state().complete
                && m_view.currentHit();
        }));
    }

    void press(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(&m_view, static_cast<Qt::Key>(key), modifiers);
    }

    std::uint64_t bottomLine() const
    {
        return m_view.topLine() + static_cast<std::uint64_t>(m_view.verticalScrollBar()->pageStep()) - 1;
    }

    static std::string clipboard() { return QApplication::clipboard()->text().toStdString(); }

    test::TemporaryFolder m_folder;
    LogView m_view;
};

} // namespace

TEST_F(LogViewTest, StartsAtTheTopOfAFinishedLog)
{
    open(numbered(500));
    EXPECT_EQ(m_view.topLine(), 0U);
    EXPECT_EQ(m_view.verticalScrollBar()->maximum() + m_view.verticalScrollBar()->pageStep(), 500);
}

TEST_F(LogViewTest, FollowsAGrowingLogUntilOneScrollsUp)
{
    m_view.setLive(true);
    open(numbered(500));
    EXPECT_EQ(bottomLine(), 499U);
    append(numbered(100));
    settle();
    EXPECT_EQ(bottomLine(), 599U);
    press(Qt::Key_PageUp);
    EXPECT_FALSE(m_view.isFollowing());
    const auto top = m_view.topLine();
    append(numbered(100));
    settle();
    EXPECT_EQ(m_view.topLine(), top);
    m_view.setFollowing(true);
    EXPECT_EQ(bottomLine(), 699U);
}

TEST_F(LogViewTest, StopsFollowingWhenTheBarIsDragged)
{
    m_view.setLive(true);
    open(numbered(500));
    m_view.verticalScrollBar()->setValue(100);
    EXPECT_FALSE(m_view.isFollowing());
    EXPECT_EQ(m_view.topLine(), 100U);
}

TEST_F(LogViewTest, NoticesAFileThatIsCutWhileItIsWatched)
{
    m_view.setLive(true);
    open(numbered(500));
    test::write(m_folder / "log", "anew\n");
    settle();
    EXPECT_EQ(m_view.document().state().lines, 1U);
    EXPECT_EQ(m_view.topLine(), 0U);
}

TEST_F(LogViewTest, GoesToTheFirstError)
{
    open(numbered(300) + "ERROR here\n" + numbered(300));
    m_view.showFirstError();
    EXPECT_EQ(m_view.caret().line, 300U);
    EXPECT_EQ(m_view.caretText(), QStringLiteral("ERROR here"));
    EXPECT_LE(m_view.topLine(), 300U);
    EXPECT_GE(bottomLine(), 300U);
}

TEST_F(LogViewTest, CopiesWhatTheKeyboardSelects)
{
    open("first\nsecond\nthird\n");
    press(Qt::Key_Down);
    press(Qt::Key_Right);
    press(Qt::Key_Down, Qt::ShiftModifier);
    press(Qt::Key_C, Qt::ControlModifier);
    EXPECT_EQ(clipboard(), "econd\nt");
    press(Qt::Key_A, Qt::ControlModifier);
    press(Qt::Key_C, Qt::ControlModifier);
    EXPECT_EQ(clipboard(), "first\nsecond\nthird");
}

TEST_F(LogViewTest, CopiesManyLinesFromAThread)
{
    open(numbered(50000));
    QSignalSpy told(&m_view, &LogView::told);
    m_view.selectAll();
    m_view.copy();
    ASSERT_TRUE(told.wait());
    EXPECT_EQ(clipboard() + "\n", numbered(50000));
}

TEST_F(LogViewTest, SelectsAWordByADoubleClickAndALineByItsNumber)
{
    open("alpha beta gamma\nnext\n");
    const QFontMetricsF code(font(TextStyle::Code));
    const int gutter = logMetrics(2, 800, false).gutter;
    const QPoint beta(gutter + static_cast<int>(code.horizontalAdvance(QLatin1Char('0')) * 8), 8);
    m_view.grab();
    QTest::mouseDClick(m_view.viewport(), Qt::LeftButton, {}, beta);
    m_view.copy();
    EXPECT_EQ(clipboard(), "beta");
    QTest::mouseClick(m_view.viewport(), Qt::LeftButton, {}, QPoint(5, 8));
    m_view.copy();
    EXPECT_EQ(clipboard(), "alpha beta gamma\n");
}

TEST_F(LogViewTest, FindsForwardsAndBackwardsAndAround)
{
    open(numbered(300) + "needle one needle two\n" + numbered(300) + "NEEDLE three\n");
    m_view.find(QStringLiteral("needle"), LetterCase::Ignore);
    waitForSearch();
    EXPECT_EQ(m_view.currentHit(), 0U);
    EXPECT_EQ(m_view.caret().line, 300U);
    m_view.showNextHit();
    EXPECT_EQ(m_view.caret(), (LogPlace{300, 11}));
    m_view.showNextHit();
    EXPECT_EQ(m_view.caret().line, 601U);
    EXPECT_GE(bottomLine(), 601U);
    m_view.showNextHit();
    EXPECT_EQ(m_view.currentHit(), 0U);
    m_view.showPreviousHit();
    EXPECT_EQ(m_view.currentHit(), 2U);
}

TEST_F(LogViewTest, WrapsLongLinesAndReachesTheirEnd)
{
    open(std::string(5000, 'x') + "\nlast\n");
    EXPECT_GT(m_view.horizontalScrollBar()->maximum() + 1, 0);
    m_view.setWrapped(true);
    m_view.grab();
    EXPECT_EQ(m_view.horizontalScrollBar()->maximum(), 0);
    EXPECT_GT(m_view.verticalScrollBar()->maximum(), 0);
    press(Qt::Key_End, Qt::ControlModifier);
    EXPECT_EQ(m_view.caretText(), QStringLiteral("last"));
    EXPECT_EQ(m_view.verticalScrollBar()->value(), m_view.verticalScrollBar()->maximum());
    for (int i = 0; i < 200; ++i)
        press(Qt::Key_Up, Qt::ControlModifier);
    EXPECT_EQ(m_view.verticalScrollBar()->value(), 0);
}

TEST_F(LogViewTest, SavesACopy)
{
    open(numbered(10));
    QSignalSpy told(&m_view, &LogView::told);
    m_view.saveCopy(QString::fromStdString((m_folder / "copy").string()));
    ASSERT_TRUE(told.wait());
    EXPECT_EQ(test::read(m_folder / "copy"), numbered(10));
    m_view.saveCopy(QString::fromStdString((m_folder / "none/copy").string()));
    ASSERT_TRUE(told.wait());
    EXPECT_TRUE(
        told.last().first().toString().startsWith(QStringLiteral("The copy was not saved. Cannot write")));
}

TEST_F(LogViewTest, TellsScreenReadersTheLineUnderTheCaret)
{
    open("one\ntwo\n");
    press(Qt::Key_Down);
    QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(&m_view);
    ASSERT_NE(accessible, nullptr);
    EXPECT_EQ(accessible->role(), QAccessible::EditableText);
    EXPECT_TRUE(accessible->state().readOnly);
    EXPECT_EQ(accessible->text(QAccessible::Name), QStringLiteral("Log"));
    EXPECT_EQ(accessible->text(QAccessible::Value), QStringLiteral("Line 2: two"));
}

TEST_F(LogViewTest, PaintsHostileBytes)
{
    std::string rubbish;
    for (int i = 0; i < 100000; ++i)
        rubbish += static_cast<char>((i * 7919 + i / 13) % 256);
    open(rubbish);
    for (int i = 0; i < 20; ++i) {
        m_view.grab();
        press(Qt::Key_PageDown);
    }
    m_view.setWrapped(true);
    for (int i = 0; i < 20; ++i) {
        m_view.grab();
        press(Qt::Key_PageUp);
    }
}

TEST_F(LogViewTest, TintsTheRowOfAnErrorWithAnEdge)
{
    open("fine\nERROR bad\nfine\n");
    m_view.clearFocus();
    const QImage image = m_view.grab().toImage();
    const int row = logMetrics(3, 800, false).rowHeight;
    EXPECT_EQ(image.pixelColor(1, row + row / 2), colors().dangerSolid);
    EXPECT_EQ(image.pixelColor(1, row / 2), colors().surface);
    EXPECT_NE(image.pixelColor(600, row + row / 2), colors().surface);
}

TEST_F(LogViewTest, DrawsLettersThatJoinAndRunToTheLeftAsOneWord)
{
    const QString word = QStringLiteral("\u0628\u064A\u062A"); // three Arabic letters
    open("the caret's line\n" + word.toStdString() + '\n');
    const QImage shown = m_view.grab().toImage().convertToFormat(QImage::Format_RGB32);
    const LogMetrics metrics = logMetrics(2, m_view.viewport()->width(), false);
    QImage expected(shown.size(), QImage::Format_RGB32);
    expected.fill(colors().surface);
    QPainter painter(&expected);
    painter.setFont(metrics.font);
    painter.setPen(colors().text);
    painter.drawText(QPointF(metrics.gutter, metrics.rowHeight + metrics.ascent), word);
    const QRect line(metrics.gutter, metrics.rowHeight, 100, metrics.rowHeight);
    EXPECT_EQ(shown.copy(line), expected.copy(line));
}

#include "ui/code/CodePane.h"

#include "tests/ui/support/Application.h"
#include "tests/ui/support/Windows.h"
#include "ui/code/CodeText.h"
#include "ui/code/ModuleLoading.h"
#include "ui/theme/Colors.h"
#include "ui/theme/Type.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QClipboard>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <cstdlib>

using namespace atelier;
using namespace atelier::ui;

namespace {

// Characters of one, two, three and four bytes.
const QString python = QStringLiteral("# grüße\n"
                                      "def größe(x):\n"
                                      "    return x * 2  # 😀 x\n"
                                      "\n"
                                      "name = 'wert'\n");

class CodePaneTest : public testing::Test
{
protected:
    void SetUp() override
    {
        const auto loaded = loadCodeModule();
        ASSERT_TRUE(loaded) << loaded.error().sentence;
        m_window.setLayout(new QVBoxLayout);
        m_window.layout()->addWidget(m_pane);
        m_window.layout()->addWidget(m_after);
        m_window.resize(900, 500);
    }
    void open(const QString &text, const QString &name = QStringLiteral("train.py"))
    {
        m_pane->showText({name, text, text.toUtf8().size(), false});
        ui::test::showActive(m_window);
    }
    QWidget *code() { return &m_pane->text()->widget(); }
    template<typename Widget>
    Widget *need(const char *name)
    {
        auto *widget = m_pane->findChild<Widget *>(QLatin1StringView(name));
        EXPECT_NE(widget, nullptr) << name;
        return widget;
    }
    QAccessibleTextInterface *heard()
    {
        return QAccessible::queryAccessibleInterface(code())->textInterface();
    }
    /// Thin strokes are hardly ever of a font's whole color.
    static bool isNear(const QColor &one, const QColor &other)
    {
        return std::abs(one.red() - other.red()) + std::abs(one.green() - other.green())
            + std::abs(one.blue() - other.blue())
            < 60;
    }
    /// Whether a color is anywhere in what is shown.
    bool shows(const QColor &color)
    {
        const QImage picture = code()->grab().toImage();
        for (int y = 0; y < picture.height(); ++y)
            for (int x = 0; x < picture.width(); ++x)
                if (isNear(picture.pixelColor(x, y), color))
                    return true;
        return false;
    }

    QWidget m_window;
    CodePane *m_pane = new CodePane;
    QLineEdit *m_after = new QLineEdit;
};

} // namespace

TEST_F(CodePaneTest, SaysWhatTheFileIs)
{
    open(python);
    EXPECT_EQ(m_pane->text()->lineCount(), 6);
    QStringList said;
    for (const QWidget *widget : m_pane->findChildren<QWidget *>())
        said << widget->accessibleDescription();
    EXPECT_TRUE(
        said.contains(QStringLiteral("5 line(s) · %1 B · \u2068Python\u2069").arg(python.toUtf8().size())))
        << said.join(u'\n').toStdString();
}

TEST_F(CodePaneTest, HasTheColorsOfTheThemeAndFollowsIt)
{
    open(python);
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark, Scheme::HighContrast}) {
        ui::test::theme().setScheme(scheme);
        QTest::qWait(20);
        for (const ColorRole role : {&Colors::surface, &Colors::syntaxKeyword, &Colors::syntaxComment,
                 &Colors::syntaxString, &Colors::syntaxFunction})
            EXPECT_TRUE(shows(colors().*role))
                << static_cast<int>(scheme) << " " << (colors().*role).name().toStdString();
    }
}

TEST_F(CodePaneTest, GrowsWithTheText)
{
    open(python);
    const int before = heard()->characterRect(0).height();
    const int font = QFontMetrics(ui::font(TextStyle::Code)).height();
    EXPECT_NEAR(before, font + 4, 2);
    ui::test::theme().setTextScale(1.5);
    QTest::qWait(20);
    EXPECT_NEAR(heard()->characterRect(0).height(), before * 1.5, 3);
}

TEST_F(CodePaneTest, FindsByKeyboardAloneAndCounts)
{
    open(python);
    code()->setFocus();
    QTest::keyClick(code(), Qt::Key_F, Qt::ControlModifier);
    auto *text = need<QLineEdit>("findText");
    ASSERT_TRUE(text->isVisible());
    QTest::keyClicks(text, QStringLiteral("X"));
    auto *count = need<QLabel>("findCount");
    EXPECT_EQ(count->text(), QStringLiteral("1 of 3"));
    QTest::keyClick(text, Qt::Key_Return);
    QTest::keyClick(text, Qt::Key_F3);
    EXPECT_EQ(count->text(), QStringLiteral("3 of 3"));
    QTest::keyClick(text, Qt::Key_F3);
    EXPECT_EQ(count->text(), QStringLiteral("1 of 3"));
    QTest::keyClick(text, Qt::Key_F3, Qt::ShiftModifier);
    EXPECT_EQ(count->text(), QStringLiteral("3 of 3"));
    EXPECT_EQ(heard()->cursorPosition(), python.indexOf(QStringLiteral("😀 x")) + 4);
    need<QAbstractButton>("matchCase")->click();
    EXPECT_EQ(count->text(), QStringLiteral("No hits"));
    QTest::keyClick(text, Qt::Key_Escape);
    EXPECT_FALSE(text->isVisible());
    EXPECT_TRUE(code()->hasFocus());
}

TEST_F(CodePaneTest, GoesToALine)
{
    open(python);
    code()->setFocus();
    QTest::keyClick(code(), Qt::Key_G, Qt::ControlModifier);
    auto *number = need<QLineEdit>("lineNumber");
    ASSERT_TRUE(number->isVisible());
    QTest::keyClicks(number, QStringLiteral("5"));
    QTest::keyClick(number, Qt::Key_Return);
    EXPECT_FALSE(number->isVisible());
    EXPECT_EQ(heard()->cursorPosition(), python.indexOf(QStringLiteral("name")));
    m_pane->text()->goToLine(1'000'000);
    EXPECT_EQ(heard()->cursorPosition(), python.size());
}

TEST_F(CodePaneTest, IsReadOnlyAndTheTabKeyLeavesIt)
{
    open(python);
    code()->setFocus();
    QTest::keyClicks(code(), QStringLiteral("abc"));
    QTest::keyClick(code(), Qt::Key_Delete);
    EXPECT_EQ(heard()->text(0, heard()->characterCount()), python);
    QTest::keyClick(code(), Qt::Key_Down);
    EXPECT_EQ(heard()->cursorPosition(), 8);
    QTest::keyClick(code(), Qt::Key_Tab);
    EXPECT_TRUE(m_after->hasFocus());
    QTest::keyClick(m_after, Qt::Key_Backtab);
    EXPECT_TRUE(code()->hasFocus());
}

TEST_F(CodePaneTest, IsHeardAsItIsWritten)
{
    open(python);
    auto *interface = QAccessible::queryAccessibleInterface(code());
    EXPECT_EQ(interface->text(QAccessible::Name), QStringLiteral("Contents of the file"));
    EXPECT_TRUE(interface->state().readOnly);
    QAccessibleTextInterface *text = heard();
    ASSERT_NE(text, nullptr);
    EXPECT_EQ(text->characterCount(), python.size());
    const int smile = static_cast<int>(python.indexOf(QStringLiteral("😀")));
    int begin = 0;
    int end = 0;
    EXPECT_EQ(text->textAtOffset(smile, QAccessible::LineBoundary, &begin, &end).trimmed(),
        QStringLiteral("return x * 2  # 😀 x"));
    text->setSelection(0, smile, smile + 2);
    text->selection(0, &begin, &end);
    EXPECT_EQ(text->text(begin, end), QStringLiteral("😀"));
    m_pane->text()->copySelection();
    EXPECT_EQ(QGuiApplication::clipboard()->text(), QStringLiteral("😀"));
    const QRect box = text->characterRect(smile);
    EXPECT_EQ(text->offsetAtPoint(box.center()), smile);
}

TEST_F(CodePaneTest, TakesOtherLineEndsAsLines)
{
    open(QStringLiteral("a\r\nb\rc\n"));
    EXPECT_EQ(m_pane->text()->lineCount(), 4);
    EXPECT_EQ(heard()->text(0, heard()->characterCount()), QStringLiteral("a\nb\nc\n"));
}

TEST_F(CodePaneTest, FoldsAndShowsAgainWhatIsFound)
{
    open(python);
    code()->setFocus();
    m_pane->text()->goToLine(2);
    m_pane->text()->toggleFold();
    EXPECT_EQ(heard()->cursorPosition(), 8);
    const int below = heard()->characterRect(static_cast<int>(python.indexOf(QStringLiteral("name")))).top();
    m_pane->text()->find(QStringLiteral("return"), true);
    EXPECT_GT(heard()->characterRect(static_cast<int>(python.indexOf(QStringLiteral("name")))).top(), below);
}

// Tables among the files of a job: their columns chosen, their rows saved, by a real service.
#include "tests/core/system/SmallDisk.h"
#include "tests/ui/studio/JobFilesTest.h"
#include "ui/theme/ControlLook.h"

#include <QAbstractButton>
#include <QFileDialog>
#include <QHeaderView>
#include <QLineEdit>
#include <QListView>
#include <QTableView>

using namespace atelier;
using namespace atelier::ui;
using atelier::test::read;
using atelier::test::SmallDisk;
using atelier::test::write;

class TablePreviewTest : public ui::test::JobFilesTest
{
protected:
    QTableView *rows()
    {
        for (auto *view : m_window->findChildren<QTableView *>(QStringLiteral("tableRows")))
            if (view->isVisible())
                return view;
        return nullptr;
    }
    void open(const std::string &name, const QString &filter = {})
    {
        go({PageKind::Job, {QStringLiteral("job")}, {}, filter,
            QStringLiteral("outputs/") + QString::fromStdString(name)});
        ASSERT_TRUE(waitUntil([this] { return rows() != nullptr; }));
    }
    QStringList heads()
    {
        QStringList names;
        for (int column = 0; column < rows()->model()->columnCount(); ++column)
            names << rows()->model()->headerData(column, Qt::Horizontal).toString();
        return names;
    }
    QString cell(int row, int column) { return rows()->model()->index(row, column).data().toString(); }
    void openColumns()
    {
        press("chooseColumns");
        ASSERT_TRUE(
            waitUntil([this] { return m_window->findChild<QListView *>(QStringLiteral("columnList")); }));
    }
    void saveTo(const std::filesystem::path &target)
    {
        press("saveRows");
        auto *dialog = m_window->findChild<QFileDialog *>();
        ASSERT_NE(dialog, nullptr);
        Q_EMIT dialog->fileSelected(QString::fromStdString(target.string()));
        dialog->close();
    }
};

TEST_F(TablePreviewTest, AnAddressOpensAFileAndFiltersIt)
{
    write(file("people.csv"), "name,age\nAda,36\nBo,41\nCy,52\n");
    open("people.csv", QStringLiteral("age>40"));
    EXPECT_TRUE(waitUntil([this] { return rows()->model()->rowCount() == 2; }));
    EXPECT_EQ(need<QLineEdit>(QStringLiteral("tableFilter"))->text(), QStringLiteral("age>40"));
    EXPECT_EQ(cell(0, 0), QStringLiteral("Bo"));
}

TEST_F(TablePreviewTest, ANameOf250CharactersDoesNotWidenThePage)
{
    const std::string name = std::string(246, 'n') + ".csv";
    write(file(name), "a,b\n1,2\n");
    open(name);
    EXPECT_LE(need<QWidget>(QStringLiteral("jobPage"))->minimumSizeHint().width(), 1100);
}

TEST_F(TablePreviewTest, ColumnsAreSearchedChosenAndOrderedByKeys)
{
    std::string head;
    std::string row;
    for (int i = 0; i < 5000; ++i) {
        head += (i == 0 ? "c" : ",c") + std::to_string(i);
        row += (i == 0 ? "" : ",") + std::to_string(i);
    }
    write(file("wide.csv"), head + "\n" + row + "\n");
    open("wide.csv");
    openColumns();
    auto *search = need<QLineEdit>(QStringLiteral("columnSearch"));
    auto *list = need<QListView>(QStringLiteral("columnList"));
    EXPECT_EQ(list->model()->rowCount(), 5000);
    press("columnsNone");
    EXPECT_FALSE(need<QAbstractButton>(QStringLiteral("showColumns"))->isEnabled()) << "a table has columns";
    QTest::keyClicks(search, QStringLiteral("c499"));
    ASSERT_EQ(list->model()->rowCount(), 11) << "c499 and c4990 to c4999";
    list->setFocus();
    for (const int place : {0, 10}) {
        list->setCurrentIndex(list->model()->index(place, 0));
        QTest::keyClick(list, Qt::Key_Space);
    }
    for (int i = 0; i < 10; ++i)
        QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
    EXPECT_EQ(list->model()->index(0, 0).data().toString(), QStringLiteral("c4999"));
    press("showColumns");
    EXPECT_TRUE(waitUntil([this] {
        return heads() == QStringList{QStringLiteral("c4999"), QStringLiteral("c499")};
    })) << heads().join(u' ').toStdString();
    EXPECT_TRUE(waitUntil([this] { return cell(0, 1) == QStringLiteral("499"); }));
    EXPECT_EQ(cell(0, 0), QStringLiteral("4999"));
    openColumns();
    press("columnsAll");
    press("showColumns");
    EXPECT_TRUE(waitUntil([this] { return rows()->model()->columnCount() == 5000; }));
}

TEST_F(TablePreviewTest, TheOrderStaysWithItsColumn)
{
    write(file("people.csv"), "name,age\nAda,36\nBo,41\nCy,52\n");
    open("people.csv");
    QHeaderView &head = *rows()->horizontalHeader();
    const QPoint age(head.sectionViewportPosition(1) + 20, head.height() / 2);
    QTest::mouseClick(head.viewport(), Qt::LeftButton, Qt::NoModifier, age);
    QTest::mouseClick(head.viewport(), Qt::LeftButton, Qt::NoModifier, age);
    ASSERT_TRUE(waitUntil([this] { return cell(0, 0) == QStringLiteral("Cy"); }));
    openColumns();
    auto *list = need<QListView>(QStringLiteral("columnList"));
    list->setFocus();
    list->setCurrentIndex(list->model()->index(1, 0));
    QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
    press("showColumns");
    EXPECT_TRUE(waitUntil([this] { return cell(0, 0) == QStringLiteral("52"); }));
    EXPECT_EQ(heads().value(0), QStringLiteral("age"));
}

TEST_F(TablePreviewTest, TheShownRowsAreSavedAsTheyAreShown)
{
    write(file("people.csv"), "name,age,word\nAda,36,x\nBo,41,=1+1\nCy,52,\"a,b\"\n");
    open("people.csv", QStringLiteral("age>40"));
    ASSERT_TRUE(waitUntil([this] { return rows()->model()->rowCount() == 2; }));
    saveTo(folder() / "שלום.csv");
    EXPECT_TRUE(waitUntil([this] { return shows(QStringLiteral("Rows saved")); }));
    EXPECT_EQ(read(folder() / "שלום.csv"), "name,age,word\r\nBo,41,'=1+1\r\nCy,52,\"a,b\"\r\n");
    saveTo(folder());
    EXPECT_TRUE(waitUntil([this] { return shows(QStringLiteral("The rows were not saved")); }));
}

TEST_F(TablePreviewTest, RowsThatFindNoRoomLeaveTheFileThatWasThere)
{
    const SmallDisk disk(folder() / "disk", 1);
    if (!disk.isMounted())
        GTEST_SKIP() << "mounting takes root";
    write(folder() / "disk" / "file.csv", "before");
    std::string text = "word\n";
    for (int i = 0; i < 30'000; ++i)
        text += std::string(100, 'x') + std::to_string(i) + "\n";
    write(file("long.csv"), text);
    open("long.csv");
    saveTo(folder() / "disk" / "file.csv");
    EXPECT_TRUE(waitUntil([this] { return shows(QStringLiteral("There is no room for")); }));
    EXPECT_EQ(read(folder() / "disk" / "file.csv"), "before");
    EXPECT_TRUE(waitUntil([this] {
        const std::filesystem::directory_iterator left(folder() / "disk");
        return std::distance(begin(left), end(left)) == 1;
    }));
}

TEST_F(TablePreviewTest, AFilterThatCannotBeReadIsMarkedAndSaysWhyBelowItself)
{
    write(file("cells.csv"), "mean radius,kind\n17.99,big\n9.5,small\n");
    open("cells.csv");
    auto *field = need<QLineEdit>(QStringLiteral("tableFilter"));
    ASSERT_NE(field, nullptr);
    EXPECT_EQ(field->placeholderText(), QStringLiteral("Filter: \"mean radius\">17.99 kind=big"));
    field->setText(QStringLiteral("mean radius>10"));
    QTest::keyClick(field, Qt::Key_Return);
    const QString sentence = QStringLiteral("Put the name in quotes: \"mean radius\">10");
    ASSERT_TRUE(waitUntil([&] { return shows(sentence); }));
    EXPECT_TRUE(isInvalid(field));
    EXPECT_EQ(field->accessibleDescription(), sentence);
    EXPECT_EQ(rows()->model()->rowCount(), 2) << "the rows stay";
    field->setText(QStringLiteral("kind"));
    QTest::keyClick(field, Qt::Key_Return);
    EXPECT_TRUE(waitUntil([this] { return shows(QStringLiteral("An operator is missing here")); }));
    field->setText(QStringLiteral("\"mean radius\">10"));
    QTest::keyClick(field, Qt::Key_Return);
    EXPECT_TRUE(waitUntil([this] { return rows()->model()->rowCount() == 1; }));
    EXPECT_FALSE(isInvalid(field));
    EXPECT_FALSE(shows(QStringLiteral("An operator is missing")));
}

TEST_F(TablePreviewTest, AFilterThatNoRowMeetsIsClearedByAButtonOrByEsc)
{
    write(file("people.csv"), "name,age\nAda,36\nBo,41\n");
    open("people.csv", QStringLiteral("age>90"));
    auto *field = need<QLineEdit>(QStringLiteral("tableFilter"));
    ASSERT_TRUE(waitUntil([this] { return isVisible(QStringLiteral("clearFilter")); }));
    press(QStringLiteral("clearFilter"));
    EXPECT_TRUE(waitUntil([this] { return rows()->model()->rowCount() == 2; }));
    EXPECT_FALSE(isVisible(QStringLiteral("clearFilter")));
    EXPECT_TRUE(field->text().isEmpty());
    EXPECT_TRUE(field->hasFocus());
    field->setText(QStringLiteral("age=41"));
    QTest::keyClick(field, Qt::Key_Return);
    ASSERT_TRUE(waitUntil([this] { return rows()->model()->rowCount() == 1; }));
    QTest::keyClick(field, Qt::Key_Escape);
    EXPECT_TRUE(field->text().isEmpty());
    EXPECT_TRUE(waitUntil([this] { return rows()->model()->rowCount() == 2; }));
}

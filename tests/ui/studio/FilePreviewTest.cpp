// The files of a job as the page shows and saves them: real files, some of them hostile.
#include "tests/core/system/SmallDisk.h"
#include "tests/ui/studio/JobFilesTest.h"
#include "ui/log/LogView.h"
#include "ui/widgets/FileTitle.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QElapsedTimer>
#include <QFileDialog>
#include <QImage>
#include <QLabel>
#include <QThreadPool>
#include <QTreeView>

#include <algorithm>
#include <fstream>

using namespace atelier;
using namespace atelier::ui;
using atelier::test::read;
using atelier::test::SmallDisk;
using atelier::test::write;

namespace {

long residentMegabytes()
{
    std::ifstream statm("/proc/self/statm");
    long pages = 0;
    long resident = 0;
    statm >> pages >> resident;
    return resident * 4096 / 1'000'000;
}

} // namespace

class FilePreviewTest : public ui::test::JobFilesTest
{
protected:
    /// Opens the page on the files that are there.
    void openFiles() { go({PageKind::Job, {QStringLiteral("job")}, QStringLiteral("logs")}); }
    void select(const std::string &name)
    {
        QModelIndex found;
        ASSERT_TRUE(waitUntil([&] {
            const auto trees = m_window->findChildren<QTreeView *>(QStringLiteral("jobFiles"));
            for (QTreeView *tree : trees) {
                const auto all = tree->model()->match(tree->model()->index(0, 0), Qt::DisplayRole,
                    QString::fromStdString(name), 1, Qt::MatchExactly | Qt::MatchRecursive);
                if (!tree->isVisible() || all.isEmpty())
                    continue;
                tree->setCurrentIndex(all.first());
                return true;
            }
            return false;
        })) << "no file "
            << name;
    }
    /// Shows it as a log, with all its bytes.
    bool isLog(const std::string &name)
    {
        const auto *view = visible<LogView>("logView");
        return view != nullptr && view->document().path() == QString::fromStdString(file(name).string())
            && view->document().state().bytes == std::filesystem::file_size(file(name));
    }
    bool says(const char *sentence)
    {
        for (const QLabel *label : m_window->findChildren<QLabel *>())
            if (label->isVisible() && label->text().contains(QLatin1StringView(sentence)))
                return true;
        return false;
    }
    /// Of what is shown as code.
    static QString codeOf(QWidget &code)
    {
        auto *text = QAccessible::queryAccessibleInterface(&code)->textInterface();
        return text->text(0, text->characterCount());
    }
    void saveTo(const std::filesystem::path &target)
    {
        auto *button = need<QAbstractButton>(QStringLiteral("saveCopy"));
        ASSERT_NE(button, nullptr);
        QTest::mouseClick(button, Qt::LeftButton);
        auto *dialog = m_window->findChild<QFileDialog *>();
        ASSERT_NE(dialog, nullptr);
        Q_EMIT dialog->fileSelected(QString::fromStdString(target.string()));
        dialog->close();
    }
    void savePicture(const std::string &name, QSize size, QImage::Format format)
    {
        std::filesystem::create_directories(file(name).parent_path());
        QImage image(size, format);
        image.fill(0);
        ASSERT_TRUE(image.save(QString::fromStdString(file(name).string())));
    }
};

TEST_F(FilePreviewTest, TextThatIsBinaryIsNotShownAndOneWithoutLinesAsALog)
{
    std::string rubbish;
    for (int i = 0; i < 100'000; ++i)
        rubbish += static_cast<char>((i * 7919) >> 3);
    write(file("rubbish.json"), rubbish);
    write(file("line.py"), std::string(1'500'000, 'x'));
    write(file("good.json"), R"({"a":{"b":1}})");
    openFiles();
    select("rubbish.json");
    EXPECT_TRUE(waitUntil([this] { return says("is named like text, but holds bytes"); }));
    select("line.py");
    EXPECT_TRUE(waitUntil([this] { return isLog("line.py"); }));
    select("good.json");
    ASSERT_TRUE(waitUntil([this] { return visible<QWidget>("fileText") != nullptr; }));
    EXPECT_EQ(codeOf(*visible<QWidget>("fileText")).count(u'\n'), 4);
}

TEST_F(FilePreviewTest, TheLibraryForCodeIsLoadedWithTheFirstCodeThatIsShown)
{
    // Another test may have had it loaded in this program.
    const auto isLoaded = [] { return read("/proc/self/maps").find("libqscintilla") != std::string::npos; };
    if (isLoaded())
        GTEST_SKIP() << "It is loaded already.";
    write(file("train.py"), "import os\n");
    write(file("short.log"), "short\n");
    openFiles();
    select("short.log");
    ASSERT_TRUE(waitUntil([this] { return isLog("short.log"); }));
    EXPECT_FALSE(isLoaded());
    select("train.py");
    ASSERT_TRUE(waitUntil([this] { return visible<QWidget>("fileText") != nullptr; }));
    EXPECT_TRUE(isLoaded());
}

TEST_F(FilePreviewTest, ALineOfAHundredMegabytesOpensQuicklyAndTakesNoMemory)
{
    write(file("endless.log"), std::string(100'000'000, 'x'));
    write(file("short.log"), "short\n");
    openFiles();
    select("short.log");
    ASSERT_TRUE(waitUntil([this] { return isLog("short.log"); }));
    const long before = residentMegabytes();
    QElapsedTimer timer;
    timer.start();
    select("endless.log");
    ASSERT_TRUE(waitUntil([this] { return isLog("endless.log"); }));
    EXPECT_LT(timer.elapsed(), 5'000);
    EXPECT_FALSE(m_window->grab().isNull());
    EXPECT_LT(residentMegabytes() - before, 60);
}

TEST_F(FilePreviewTest, AFileWithoutBytesSaysThatItIsEmpty)
{
    const std::vector<std::string> names{"a.txt", "a.md", "a.csv", "a.png", "a.bin", "a"};
    for (const std::string &name : names)
        write(file(name), "");
    openFiles();
    for (const std::string &name : names) {
        select(name);
        EXPECT_TRUE(waitUntil([&] {
            return shows(QStringLiteral("This file is empty"))
                && shows(QStringLiteral("Nothing has been written to \u2068%1\u2069.")
                             .arg(QString::fromStdString(name)));
        })) << name;
        EXPECT_FALSE(shows(QStringLiteral("Try again"))) << name;
    }
}

TEST_F(FilePreviewTest, SizesAreWrittenInOneWay)
{
    write(file("ten.txt"), "0123456789");
    write(file("ten.md"), "0123456789");
    openFiles();
    for (const char *name : {"ten.txt", "ten.md"}) {
        select(name);
        EXPECT_TRUE(waitUntil([&] {
            const auto titles = m_window->findChildren<FileTitle *>();
            return std::any_of(titles.begin(), titles.end(), [&](const FileTitle *title) {
                return title->isVisible() && title->accessibleName() == QString::fromUtf8(name)
                    && title->facts().contains(QStringLiteral("10 B"));
            });
        })) << name;
    }
}

TEST_F(FilePreviewTest, APictureThatCannotBeShownSaysWhy)
{
    savePicture("huge.png", {30'000, 3'000}, QImage::Format_Mono);
    savePicture("cut.png", {300, 200}, QImage::Format_RGB32);
    std::filesystem::resize_file(file("cut.png"), std::filesystem::file_size(file("cut.png")) / 2);
    write(file("words.png"), "only words");
    openFiles();
    select("huge.png");
    EXPECT_TRUE(waitUntil([this] {
        return shows(QStringLiteral("This picture is 30,000 × 3,000 pixels, which is too large"));
    }));
    EXPECT_TRUE(waitUntil([this] { return visible<QAbstractButton>("saveCopy") != nullptr; }));
    select("cut.png");
    EXPECT_TRUE(waitUntil([this] { return shows(QStringLiteral("ends too early or is damaged")); }));
    select("words.png");
    EXPECT_TRUE(waitUntil([this] { return shows(QStringLiteral("cannot be read as one")); }));
}

TEST_F(FilePreviewTest, APictureIsShownUnderItsNameAndSizeAndSaved)
{
    savePicture("plot.png", {1'200, 80}, QImage::Format_RGB32);
    openFiles();
    select("plot.png");
    ASSERT_TRUE(waitUntil([this] { return visible<QLabel>("filePicture") != nullptr; }));
    const auto *title = visible<FileTitle>("pictureTitle");
    ASSERT_NE(title, nullptr);
    EXPECT_EQ(title->accessibleName(), QStringLiteral("plot.png"));
    EXPECT_EQ(title->facts(),
        QStringLiteral("1,200 × 80 px · %1 B").arg(std::filesystem::file_size(file("plot.png"))));
    saveTo(folder() / "copy.png");
    EXPECT_TRUE(waitUntil([this] { return shows(QStringLiteral("Copy saved")); }));
    EXPECT_EQ(read(folder() / "copy.png"), read(file("plot.png")));
}

TEST_F(FilePreviewTest, APictureThatComesLateDoesNotReplaceWhatWasChosenSince)
{
    savePicture("slow.png", {8'000, 7'900}, QImage::Format_RGB32);
    write(file("words.md"), "# Words\n");
    openFiles();
    select("words.md");
    ASSERT_TRUE(waitUntil([this] { return visible<QWidget>("fileText") != nullptr; }));
    select("slow.png");
    QTest::qWait(50); // its reading has begun
    select("words.md");
    QThreadPool::globalInstance()->waitForDone();
    QTest::qWait(100);
    EXPECT_NE(visible<QWidget>("fileText"), nullptr);
    EXPECT_EQ(visible<QLabel>("filePicture"), nullptr);
    select("slow.png");
    EXPECT_TRUE(waitUntil([this] { return visible<QLabel>("filePicture") != nullptr; }));
}

TEST_F(FilePreviewTest, OddNamesAreShownAndDoNotWidenThePage)
{
    const std::vector<std::string> stems{"שלום עולם", "😀👩‍🔬", std::string(246, 'n')};
    for (const std::string &stem : stems) {
        write(file(stem + ".bin"), "x");
        write(file(stem + ".png"), "x");
        write(file(stem + ".log"), "words\n");
    }
    openFiles();
    const auto isNarrow
        = [this] { return need<QWidget>(QStringLiteral("jobPage"))->minimumSizeHint().width() <= 1100; };
    for (const std::string &stem : stems) {
        select(stem + ".bin");
        EXPECT_TRUE(waitUntil([&] { return shows(QString::fromStdString(stem) + QStringLiteral(".bin")); }));
        EXPECT_TRUE(isNarrow());
        select(stem + ".png");
        EXPECT_TRUE(waitUntil([this] { return shows(QStringLiteral("cannot be read as one")); }));
        EXPECT_TRUE(isNarrow());
        select(stem + ".log");
        EXPECT_TRUE(waitUntil([&] { return isLog(stem + ".log"); }));
        EXPECT_TRUE(isNarrow());
    }
}

TEST_F(FilePreviewTest, ACopyIsSavedWhereOneWantsIt)
{
    write(file("model.bin"), std::string(1'000'000, 'm'));
    openFiles();
    select("model.bin");
    ASSERT_TRUE(waitUntil([this] { return visible<QAbstractButton>("saveCopy") != nullptr; }));
    saveTo(folder() / "שלום 😀");
    EXPECT_TRUE(waitUntil([this] { return shows(QStringLiteral("Copy saved")); }));
    EXPECT_EQ(read(folder() / "שלום 😀"), read(file("model.bin")));
    saveTo(folder());
    EXPECT_TRUE(waitUntil([this] { return shows(QStringLiteral("is a folder. Choose a name")); }));
}

TEST_F(FilePreviewTest, ACopyThatFindsNoRoomLeavesTheFileThatWasThere)
{
    const SmallDisk disk(folder() / "disk", 1);
    if (!disk.isMounted())
        GTEST_SKIP() << "mounting takes root";
    write(folder() / "disk" / "file", "before");
    write(file("model.bin"), std::string(3'000'000, 'm'));
    openFiles();
    select("model.bin");
    ASSERT_TRUE(waitUntil([this] { return visible<QAbstractButton>("saveCopy") != nullptr; }));
    saveTo(folder() / "disk" / "file");
    EXPECT_TRUE(waitUntil([this] { return shows(QStringLiteral("There is no room for")); }));
    EXPECT_EQ(read(folder() / "disk" / "file"), "before");
    const std::filesystem::directory_iterator left(folder() / "disk");
    EXPECT_EQ(std::distance(begin(left), end(left)), 1);
}

TEST_F(FilePreviewTest, ACopyThatTakesLongIsCancelledFromItsToast)
{
    write(file("model.bin"), "m");
    std::filesystem::resize_file(file("model.bin"), 8'000'000'000);
    write(folder() / "copies" / "file", "before");
    openFiles();
    select("model.bin");
    ASSERT_TRUE(waitUntil([this] { return visible<QAbstractButton>("saveCopy") != nullptr; }));
    saveTo(folder() / "copies" / "file");
    ASSERT_TRUE(waitUntil([this] { return shows(QStringLiteral("Saving a copy")); }));
    for (QAbstractButton *button : m_window->findChildren<QAbstractButton *>())
        if (button->isVisible() && button->text() == QStringLiteral("Cancel"))
            QTest::mouseClick(button, Qt::LeftButton);
    QThreadPool::globalInstance()->waitForDone();
    const std::filesystem::directory_iterator left(folder() / "copies");
    EXPECT_EQ(std::distance(begin(left), end(left)), 1);
    EXPECT_EQ(read(folder() / "copies" / "file"), "before");
    EXPECT_TRUE(waitUntil([this] { return !shows(QStringLiteral("Saving a copy")); }));
    EXPECT_FALSE(shows(QStringLiteral("The copy was not saved")));
}

TEST_F(FilePreviewTest, ACopyEndsWithTheWindowAndLeavesNothing)
{
    write(file("model.bin"), "m");
    std::filesystem::resize_file(file("model.bin"), 2'000'000'000);
    std::filesystem::create_directory(folder() / "copies");
    openFiles();
    select("model.bin");
    ASSERT_TRUE(waitUntil([this] { return visible<QAbstractButton>("saveCopy") != nullptr; }));
    saveTo(folder() / "copies" / "model.bin");
    ASSERT_TRUE(waitUntil([this] { return !std::filesystem::is_empty(folder() / "copies"); }));
    QElapsedTimer timer;
    timer.start();
    reopen();
    EXPECT_LT(timer.elapsed(), 5'000);
    QThreadPool::globalInstance()->waitForDone();
    EXPECT_TRUE(std::filesystem::is_empty(folder() / "copies"));
}

#include "core/log/LogIndex.h"

#include "tests/core/log/Settled.h"
#include "tests/support/TemporaryFolder.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <future>
#include <random>
#include <sys/stat.h>

using namespace atelier;
using test::SettledIndex;
using test::TemporaryFolder;

namespace {

void append(const std::filesystem::path &file, const std::string &text)
{
    std::ofstream(file, std::ios::binary | std::ios::app) << text;
}

std::vector<std::string> textsOf(const LogIndex &index, std::uint64_t first, std::size_t count)
{
    std::vector<std::string> texts;
    for (const LogLine &line : index.lines(first, count))
        texts.push_back(line.shown.text);
    return texts;
}

using Texts = std::vector<std::string>;

} // namespace

TEST(LogIndex, ReadsEveryLineOfAFileOfManyBlocks)
{
    const TemporaryFolder folder;
    std::mt19937 random(5);
    Texts expected;
    std::string text;
    for (int i = 0; i < 30000; ++i) {
        expected.push_back(std::string(random() % 50, 'x') + std::to_string(i));
        text += expected.back() + '\n';
    }
    test::write(folder / "log", text);
    SettledIndex index(folder / "log");
    EXPECT_EQ(index->state().lines, expected.size());
    for (const std::uint64_t first : {0U, 1U, 1999U, 2000U, 17000U, 29990U}) {
        const auto lines = index->lines(first, 20);
        ASSERT_EQ(lines.size(), std::min<std::size_t>(20, expected.size() - first));
        for (const LogLine &line : lines) {
            EXPECT_EQ(line.shown.text, expected[line.number]);
            EXPECT_EQ(text.substr(line.offset, line.length), expected[line.number]);
            EXPECT_EQ(index->lineAt(line.offset), line.number);
            EXPECT_EQ(index->lineAt(line.offset + line.length), line.number);
        }
    }
    EXPECT_TRUE(index->lines(30000, 5).empty());
}

TEST(LogIndex, NumbersTheLinesOfAFileThatTwoThreadsCount)
{
    const TemporaryFolder folder;
    std::string text;
    std::vector<std::size_t> starts;
    std::mt19937 random(6);
    while (text.size() < (std::size_t{70} << 20)) {
        starts.push_back(text.size());
        text.append(random() % 200, 'x').append(std::to_string(starts.size())) += '\n';
    }
    text += "open";
    test::write(folder / "log", text);
    SettledIndex index(folder / "log");
    EXPECT_EQ(index->state().lines, starts.size() + 1);
    for (const std::size_t line : {std::size_t{0}, starts.size() / 3, starts.size() / 2, starts.size() - 1}) {
        const auto lines = index->lines(line, 1);
        ASSERT_EQ(lines.size(), 1U);
        EXPECT_EQ(lines.front().offset, starts[line]);
    }
    append(folder / "log", "ed\nlast\n");
    index.refresh();
    EXPECT_EQ(textsOf(*index, starts.size(), 3), (Texts{"opened", "last"}));
}

TEST(LogIndex, FollowsWhatIsAppendedToAnOpenLine)
{
    const TemporaryFolder folder;
    test::write(folder / "log", "one\ntw");
    SettledIndex index(folder / "log");
    EXPECT_EQ(textsOf(*index, 0, 9), (Texts{"one", "tw"}));
    append(folder / "log", "o\n");
    index.refresh();
    EXPECT_EQ(textsOf(*index, 0, 9), (Texts{"one", "two"}));
    append(folder / "log", "ERROR three");
    index.refresh();
    EXPECT_EQ(textsOf(*index, 0, 9), (Texts{"one", "two", "ERROR three"}));
    EXPECT_EQ(index->state().errors, 1U);
    EXPECT_EQ(index->state().firstError, 2U);
    append(folder / "log", "S\n");
    index.refresh();
    EXPECT_EQ(index->state().errors, 1U);
    EXPECT_EQ(index->state().generation, 1U);
}

TEST(LogIndex, CountsLevelsAndNamesTheFirstError)
{
    const TemporaryFolder folder;
    std::string text;
    for (int i = 0; i < 20000; ++i)
        text += i == 15000 ? "ERROR x\n" : i % 1000 == 999 ? "WARNING y\n" : "INFO z\n";
    test::write(folder / "log", text + "Traceback (most recent call last):\n  File \"a\"\nValueError: b\n");
    SettledIndex index(folder / "log");
    const LogIndex::State state = index->state();
    EXPECT_EQ(state.warnings, 20U);
    EXPECT_EQ(state.errors, 2U);
    EXPECT_EQ(state.firstError, 15000U);
    EXPECT_TRUE(state.counted && state.judged);
    ASSERT_EQ(index->marks().size(), 22U);
    EXPECT_EQ(index->marks().back().line, 20002U);
    EXPECT_EQ(index->lines(20002, 1).front().judgement.traceback, TracebackPart::Exception);
}

TEST(LogIndex, StartsAnewWhenTheFileIsCut)
{
    const TemporaryFolder folder;
    test::write(folder / "log", "ERROR a\nb\nc\n");
    SettledIndex index(folder / "log");
    test::write(folder / "log", "x\n");
    index.refresh();
    EXPECT_EQ(textsOf(*index, 0, 9), (Texts{"x"}));
    EXPECT_EQ(index->state().generation, 2U);
    EXPECT_EQ(index->state().errors, 0U);
}

TEST(LogIndex, NoticesAFileThatWasCutAndHasGrownBeyondItsOldSize)
{
    const TemporaryFolder folder;
    test::write(folder / "log", "a\nb\n");
    SettledIndex index(folder / "log");
    test::write(folder / "log", "quite another text\nand more\n");
    index.refresh();
    EXPECT_EQ(textsOf(*index, 0, 9), (Texts{"quite another text", "and more"}));
}

TEST(LogIndex, TakesTheFileThatReplacedAnother)
{
    const TemporaryFolder folder;
    test::write(folder / "log", "old\n");
    SettledIndex index(folder / "log");
    test::write(folder / "new", "old\nnew\n");
    std::filesystem::rename(folder / "new", folder / "log");
    index.refresh();
    EXPECT_EQ(textsOf(*index, 0, 9), (Texts{"old", "new"}));
    EXPECT_EQ(index->state().generation, 2U);
}

TEST(LogIndex, KeepsShowingAFileThatWasRemoved)
{
    const TemporaryFolder folder;
    test::write(folder / "log", "still here\n");
    SettledIndex index(folder / "log");
    std::filesystem::remove(folder / "log");
    index.refresh();
    EXPECT_EQ(textsOf(*index, 0, 9), (Texts{"still here"}));
    EXPECT_FALSE(index->state().error);
}

TEST(LogIndex, WaitsForAFileThatIsNotThereYet)
{
    const TemporaryFolder folder;
    SettledIndex index(folder / "log");
    EXPECT_TRUE(index->state().error);
    EXPECT_TRUE(index->lines(0, 3).empty());
    test::write(folder / "log", "now\n");
    index.refresh();
    EXPECT_FALSE(index->state().error);
    EXPECT_EQ(textsOf(*index, 0, 9), (Texts{"now"}));
}

TEST(LogIndex, TellsOfTheFirstLinesBeforeItCountsTheRest)
{
    const TemporaryFolder folder;
    std::string text;
    while (text.size() < (std::size_t{40} << 20))
        text += "line\n";
    test::write(folder / "log", text);
    std::promise<void> told;
    std::promise<void> looked;
    bool isFirst = true;
    const LogIndex index(folder / "log", [&] {
        if (std::exchange(isFirst, false)) {
            told.set_value();
            looked.get_future().wait();
        }
    });
    told.get_future().wait();
    EXPECT_GT(index.state().lines, 1000U);
    EXPECT_LT(index.state().bytes, std::uint64_t{1} << 20);
    EXPECT_FALSE(index.state().counted);
    EXPECT_EQ(index.lines(500, 1).front().shown.text, "line");
    looked.set_value();
}

TEST(LogIndex, RefusesWhatIsNoFile)
{
    const TemporaryFolder folder;
    ASSERT_EQ(mkfifo((folder / "pipe").c_str(), 0600), 0);
    SettledIndex pipe(folder / "pipe");
    EXPECT_EQ(pipe->state().error->code, "log.no-file");
    SettledIndex here(folder.path());
    EXPECT_EQ(here->state().error->code, "log.no-file");
}

TEST(LogIndex, ShowsAnEmptyFileWithoutLines)
{
    const TemporaryFolder folder;
    test::write(folder / "log", "");
    SettledIndex index(folder / "log");
    EXPECT_EQ(index->state().lines, 0U);
    EXPECT_TRUE(index->state().counted);
    EXPECT_TRUE(index->lines(0, 3).empty());
}

TEST(LogIndex, CutsALineOf100MegabytesAndSaysItsLength)
{
    const TemporaryFolder folder;
    constexpr std::size_t length = 100'000'000;
    test::write(folder / "log", "before\n" + std::string(length, 'x') + "\nERROR after\n");
    SettledIndex index(folder / "log");
    const auto lines = index->lines(0, 9);
    ASSERT_EQ(lines.size(), 3U);
    EXPECT_TRUE(lines[1].cut);
    EXPECT_EQ(lines[1].length, length);
    EXPECT_EQ(lines[1].shown.text, std::string(LogIndex::longestShown, 'x'));
    EXPECT_EQ(lines[2].shown.text, "ERROR after");
    EXPECT_EQ(index->state().firstError, 2U);
    EXPECT_EQ(index->lines(2, 1).front().shown.text, "ERROR after");
}

TEST(LogIndex, CutsALongLineBetweenCharacters)
{
    const TemporaryFolder folder;
    std::string line = "x";
    while (line.size() < 100000)
        line += "漢";
    test::write(folder / "log", line);
    SettledIndex index(folder / "log");
    const LogLine shown = index->lines(0, 1).front();
    EXPECT_TRUE(shown.cut);
    EXPECT_EQ(shown.length, line.size());
    EXPECT_EQ(shown.shown.text.find("\uFFFD"), std::string::npos);
    EXPECT_EQ(line.substr(0, shown.shown.text.size()), shown.shown.text);
}

TEST(LogIndex, ShowsTheLastStateOfAProgressBarOfMegabytes)
{
    const TemporaryFolder folder;
    std::string bar;
    for (int i = 0; i <= 50000; ++i)
        bar += "\r" + std::to_string(i) + "/50000 [#####     ]";
    test::write(folder / "log", bar + "\nnext\n");
    SettledIndex index(folder / "log");
    const auto lines = index->lines(0, 9);
    EXPECT_EQ(lines[0].shown.text, "50000/50000 [#####     ]");
    EXPECT_FALSE(lines[0].cut);
    EXPECT_EQ(lines[1].shown.text, "next");
}

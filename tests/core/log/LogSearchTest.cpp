#include "core/log/LogSearch.h"

#include "tests/support/TemporaryFolder.h"

#include <gtest/gtest.h>

#include <chrono>
#include <condition_variable>
#include <fstream>
#include <mutex>
#include <random>

using namespace atelier;
using test::TemporaryFolder;

namespace {

/// A search and the waiting for it to be through.
class WholeSearch
{
public:
    WholeSearch(const std::filesystem::path &file, Needle needle, std::uint64_t bytes)
        : m_search(*LogFile::open(file), std::move(needle), bytes, [this] {
            const std::lock_guard lock(m_mutex);
            m_progressed.notify_all();
        })
    {
    }

    LogSearch::State wait()
    {
        std::unique_lock lock(m_mutex);
        m_progressed.wait_for(lock, std::chrono::seconds(20), [this] { return m_search.state().complete; });
        return m_search.state();
    }

    LogSearch *operator->() { return &m_search; }

private:
    std::mutex m_mutex;
    std::condition_variable m_progressed;
    LogSearch m_search;
};

std::vector<std::uint64_t> placesOf(const std::string &text, const std::string &sought)
{
    std::vector<std::uint64_t> places;
    for (auto at = text.find(sought); at != std::string::npos; at = text.find(sought, at + sought.size()))
        places.push_back(at);
    return places;
}

} // namespace

TEST(LogSearch, FindsEveryPlaceOfAFileOfManyChunks)
{
    const TemporaryFolder folder;
    std::mt19937 random(9);
    std::string text;
    while (text.size() < 1'000'000)
        text += std::string(random() % 90, 'x') + (random() % 9 == 0 ? "needle" : "nee") + '\n';
    test::write(folder / "log", text);
    const auto expected = placesOf(text, "needle");
    WholeSearch search(folder / "log", Needle("NEEDLE"), text.size());
    EXPECT_EQ(search.wait().hits, expected.size());
    std::uint64_t from = 0;
    for (std::size_t i = 0; i < expected.size(); i += 1 + i / 8) {
        const auto hit = search->nextFrom(i == 0 ? from : expected[i - 1] + 1);
        ASSERT_TRUE(hit);
        EXPECT_EQ(hit->offset, expected[i]);
        EXPECT_EQ(hit->number, i);
        if (i > 0) {
            const auto before = search->lastBefore(expected[i]);
            ASSERT_TRUE(before);
            EXPECT_EQ(before->offset, expected[i - 1]);
        }
    }
    EXPECT_EQ(search->nextFrom(expected.back() + 1)->number, 0U);
    EXPECT_EQ(search->lastBefore(expected.front())->offset, expected.back());
}

TEST(LogSearch, MarksTheLinesOfItsHits)
{
    const TemporaryFolder folder;
    const std::string text = "a\nhit hit\nb\nhit\n";
    test::write(folder / "log", text);
    WholeSearch search(folder / "log", Needle("hit"), text.size());
    search.wait();
    ASSERT_EQ(search->marks().size(), 2U);
    EXPECT_EQ(search->marks()[0].line, 1U);
    EXPECT_EQ(search->marks()[1].line, 3U);
}

TEST(LogSearch, SeesWhatIsShownAndNothingElse)
{
    const TemporaryFolder folder;
    const std::string text = "\x1b[31mal\x1b[0mpha\n"
                             "alpha 10%\rbeta 50%\n"
                             "x\ralpha\r\n"
                             "31m\n";
    test::write(folder / "log", text);
    WholeSearch alpha(folder / "log", Needle("alpha"), text.size());
    EXPECT_EQ(alpha.wait().hits, 2U);
    EXPECT_EQ(alpha->nextFrom(0)->offset, text.find("al"));
    EXPECT_EQ(alpha->nextFrom(20)->offset, text.rfind("alpha"));
    WholeSearch code(folder / "log", Needle("31m"), text.size());
    EXPECT_EQ(code.wait().hits, 1U);
}

TEST(LogSearch, FindsAcrossThePiecesOfALongLine)
{
    const TemporaryFolder folder;
    std::string text(1'000'000, 'x');
    for (const std::size_t at : {131070U, 131072U - 20U, 262140U, 999994U})
        text.replace(at, 6, "needle");
    test::write(folder / "log", text);
    const auto expected = placesOf(text, "needle");
    WholeSearch search(folder / "log", Needle("needle"), text.size());
    EXPECT_EQ(search.wait().hits, expected.size());
    std::uint64_t from = 0;
    for (const std::uint64_t place : expected) {
        ASSERT_TRUE(search->nextFrom(from));
        EXPECT_EQ(search->nextFrom(from)->offset, place);
        from = place + 1;
    }
}

TEST(LogSearch, CountsALongProgressBarOnce)
{
    const TemporaryFolder folder;
    std::string text;
    for (int i = 0; i < 40000; ++i)
        text += "\r" + std::to_string(i) + " it/s";
    text += "\nend it/s\n";
    test::write(folder / "log", text);
    WholeSearch search(folder / "log", Needle("it/s"), text.size());
    EXPECT_EQ(search.wait().hits, 2U);
    EXPECT_EQ(search->nextFrom(0)->offset, text.rfind("it/s", text.size() - 7));
}

TEST(LogSearch, GoesOnIntoWhatWasAppended)
{
    const TemporaryFolder folder;
    test::write(folder / "log", "needle\nnee");
    WholeSearch search(folder / "log", Needle("needle"), 10);
    EXPECT_EQ(search.wait().hits, 1U);
    std::ofstream(folder / "log", std::ios::app) << "dle needle\n";
    search->extendTo(21);
    EXPECT_EQ(search.wait().hits, 3U);
    EXPECT_EQ(search->nextFrom(7)->offset, 7U);
}

TEST(LogSearch, EndsWhenTheFileIsCutMeanwhile)
{
    const TemporaryFolder folder;
    test::write(folder / "log", "needle\n");
    WholeSearch search(folder / "log", Needle("needle"), 1'000'000);
    EXPECT_TRUE(search.wait().complete);
    EXPECT_EQ(search->state().hits, 1U);
    std::filesystem::resize_file(folder / "log", 0);
    EXPECT_FALSE(search->nextFrom(0));
}

TEST(LogSearch, StopsAtOnceWhenItIsNoLongerWanted)
{
    const TemporaryFolder folder;
    test::write(folder / "log", "");
    std::filesystem::resize_file(folder / "log", 100'000'000'000);
    const auto begin = std::chrono::steady_clock::now();
    {
        WholeSearch search(folder / "log", Needle("needle"), 100'000'000'000);
    }
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5));
}

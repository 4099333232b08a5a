#include "core/storage/Writer.h"

#include "core/storage/ChangeRepository.h"
#include "core/storage/SettingRepository.h"
#include "tests/core/storage/Workspace.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <latch>
#include <thread>

using namespace atelier;
using test::Workspace;

namespace {

Error refusal()
{
    return {ErrorKind::Conflict, "test.no", "No.", {}, {}};
}

Writer::Work setting(std::string key)
{
    return [key](WriteContext &context) { return SettingRepository::set(context.database(), key, "1"); };
}

/// Holds the writer inside a work, so that what is submitted meanwhile shares one commit.
class Held
{
public:
    explicit Held(Writer &writer)
    {
        writer.submit(
            [this](WriteContext &) -> Result<void> {
                m_entered.count_down();
                m_released.wait();
                return {};
            },
            [this](Result<void>) { m_gone.count_down(); });
        m_entered.wait();
    }
    ~Held() { m_gone.wait(); }
    void release() { m_released.count_down(); }

private:
    std::latch m_entered{1};
    std::latch m_released{1};
    std::latch m_gone{1};
};

} // namespace

class WriterTest : public testing::Test
{
protected:
    void start(Writer::Options options = {})
    {
        m_workspace.close();
        auto opened = Writer::open(
            m_workspace.file(), [this](const std::vector<Change> &changes) { m_heard.push_back(changes); },
            options);
        ASSERT_TRUE(opened) << opened.error().sentence;
        m_writer = std::move(*opened);
    }
    bool isSet(const std::string &key)
    {
        Result<Database> reader = Database::openReadOnly(m_workspace.file());
        const auto found = SettingRepository::find(*reader, key);
        return found && *found;
    }

    Workspace m_workspace;
    std::vector<std::vector<Change>> m_heard; ///< written by the writer's thread
    std::unique_ptr<Writer> m_writer;
};

TEST_F(WriterTest, AnswersOnceTheWorkCanBeReadByOthers)
{
    start();
    ASSERT_TRUE(m_writer->run(setting("a")));
    EXPECT_TRUE(isSet("a"));
}

TEST_F(WriterTest, AnswersWhatTheWorkAnswers)
{
    start();
    const Result<std::string> answer
        = m_writer->run([](WriteContext &) -> Result<std::string> { return std::string("seven"); });
    ASSERT_TRUE(answer);
    EXPECT_EQ(*answer, "seven");
    const Result<int> failed = m_writer->run([](WriteContext &) -> Result<int> { return refusal(); });
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().code, "test.no");
}

TEST_F(WriterTest, AFailedWorkUndoesOnlyItselfAndSaysNothing)
{
    start();
    std::vector<std::string> outcomes;
    {
        Held held(*m_writer);
        const auto note
            = [&](Result<void> outcome) { outcomes.push_back(outcome ? "ok" : outcome.error().code); };
        m_writer->submit(setting("before"), note);
        m_writer->submit(
            [](WriteContext &context) -> Result<void> {
                context.changed("job", "x", "status");
                if (Result<void> done = SettingRepository::set(context.database(), "half", "1"); !done)
                    return done;
                return refusal();
            },
            note);
        m_writer->submit(setting("after"), note);
        held.release();
    }
    ASSERT_TRUE(m_writer->run(setting("last")));
    EXPECT_THAT(outcomes, testing::ElementsAre("ok", "test.no", "ok"));
    EXPECT_TRUE(isSet("before"));
    EXPECT_FALSE(isSet("half"));
    EXPECT_TRUE(isSet("after"));
    m_writer.reset();
    EXPECT_TRUE(m_heard.empty());
}

TEST_F(WriterTest, SaysTheSameThingOnceInOneCommit)
{
    start();
    {
        Held held(*m_writer);
        for (int i = 0; i < 3; ++i)
            for (const char *job : {"one", "two"})
                m_writer->submit(
                    [job](WriteContext &context) -> Result<void> {
                        context.changed("job", job, "metrics");
                        context.changed("job", job, "metrics");
                        return {};
                    },
                    [](Result<void>) {});
        held.release();
    }
    ASSERT_TRUE(m_writer->run([](WriteContext &context) -> Result<void> {
        context.changed("job", "one", "status");
        return {};
    }));
    m_writer.reset();
    ASSERT_EQ(m_heard.size(), 2U);
    ASSERT_EQ(m_heard[0].size(), 2U);
    EXPECT_EQ(m_heard[0][0].name, "one");
    EXPECT_EQ(m_heard[0][1].name, "two");
    EXPECT_EQ(m_heard[0][1].sequence, m_heard[0][0].sequence + 1);
    EXPECT_EQ(m_heard[1][0].sequence, m_heard[0][1].sequence + 1);
    Result<Database> reader = Database::openReadOnly(m_workspace.file());
    const auto feed = ChangeRepository::after(*reader, m_heard[0][0].sequence, 10);
    ASSERT_TRUE(feed);
    EXPECT_THAT(*feed, testing::ElementsAre(m_heard[0][1], m_heard[1][0]));
}

TEST_F(WriterTest, TheListenerHearsOfItBeforeTheWorkIsAnswered)
{
    start();
    std::atomic<std::size_t> heardWhenAnswered{0};
    std::latch answered(1);
    m_writer->submit(
        [](WriteContext &context) -> Result<void> {
            context.changed("job", "one", "status");
            return {};
        },
        [&](Result<void>) {
            heardWhenAnswered = m_heard.size();
            answered.count_down();
        });
    answered.wait();
    EXPECT_EQ(heardWhenAnswered, 1U);
}

TEST_F(WriterTest, AFullQueueIsAnsweredBusy)
{
    start({.queueLimit = 2});
    int done = 0;
    std::string refused;
    {
        Held held(*m_writer);
        m_writer->submit(setting("a"), [&](Result<void>) { ++done; });
        m_writer->submit(setting("b"), [&](Result<void>) { ++done; });
        m_writer->submit(
            setting("c"), [&](Result<void> outcome) { refused = outcome ? "" : outcome.error().code; });
        EXPECT_EQ(refused, "storage.queue-full");
        held.release();
    }
    ASSERT_TRUE(m_writer->run(setting("d")));
    EXPECT_EQ(done, 2);
    EXPECT_FALSE(isSet("c"));
}

TEST_F(WriterTest, AWorkWithoutSavepointThatChecksFirstMayFail)
{
    start();
    std::vector<std::string> outcomes;
    {
        Held held(*m_writer);
        const auto note
            = [&](Result<void> outcome) { outcomes.push_back(outcome ? "ok" : outcome.error().code); };
        m_writer->submit(setting("a"), note, Writer::Isolation::ChecksFirst);
        m_writer->submit(
            [](WriteContext &) -> Result<void> { return refusal(); }, note, Writer::Isolation::ChecksFirst);
        held.release();
    }
    ASSERT_TRUE(m_writer->run(setting("b")));
    EXPECT_THAT(outcomes, testing::ElementsAre("ok", "test.no"));
    EXPECT_TRUE(isSet("a"));
}

TEST_F(WriterTest, AWorkThatBreaksItsPromiseTakesThoseBeforeItAlong)
{
    start();
    std::vector<std::string> outcomes;
    {
        Held held(*m_writer);
        const auto note
            = [&](Result<void> outcome) { outcomes.push_back(outcome ? "ok" : outcome.error().code); };
        m_writer->submit(setting("a"), note);
        m_writer->submit(
            [](WriteContext &context) -> Result<void> {
                static_cast<void>(SettingRepository::set(context.database(), "half", "1"));
                return refusal();
            },
            note, Writer::Isolation::ChecksFirst);
        m_writer->submit(setting("c"), note);
        held.release();
    }
    ASSERT_TRUE(m_writer->run(setting("d")));
    EXPECT_THAT(outcomes, testing::ElementsAre("storage.group-undone", "test.no", "ok"));
    EXPECT_FALSE(isSet("a"));
    EXPECT_FALSE(isSet("half"));
    EXPECT_TRUE(isSet("c"));
}

TEST_F(WriterTest, AWorkThatEndsTheSharedTransactionHarmsOnlyThoseBeforeIt)
{
    start();
    std::vector<std::string> outcomes;
    {
        Held held(*m_writer);
        const auto note
            = [&](Result<void> outcome) { outcomes.push_back(outcome ? "ok" : outcome.error().code); };
        m_writer->submit(setting("a"), note);
        m_writer->submit([](WriteContext &context) { return context.database().run("ROLLBACK"); }, note);
        m_writer->submit(setting("c"), note);
        held.release();
    }
    ASSERT_TRUE(m_writer->run(setting("d")));
    EXPECT_THAT(outcomes, testing::ElementsAre("storage.transaction-lost", "storage.transaction-lost", "ok"));
    EXPECT_FALSE(isSet("a"));
    EXPECT_TRUE(isSet("c"));
}

TEST_F(WriterTest, FinishesWhatWaitsBeforeItStops)
{
    start();
    std::atomic<int> done{0};
    for (int i = 0; i < 500; ++i)
        m_writer->submit(setting(std::to_string(i)), [&](Result<void> outcome) { done += outcome ? 1 : 0; });
    m_writer.reset();
    EXPECT_EQ(done, 500);
    EXPECT_TRUE(isSet("499"));
}

TEST_F(WriterTest, ServesManyThreadsAtOnce)
{
    start();
    std::atomic<int> failures{0};
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 8; ++t)
            threads.emplace_back([&, t] {
                for (int i = 0; i < 50; ++i)
                    failures += m_writer->run(setting(std::to_string(t * 1000 + i))) ? 0 : 1;
            });
    }
    EXPECT_EQ(failures, 0);
    Result<Database> reader = Database::openReadOnly(m_workspace.file());
    EXPECT_EQ(**reader->value<int>("SELECT count(*) FROM setting"), 400);
}

TEST_F(WriterTest, MovesTheLogIntoTheFileWhenItIsIdle)
{
    start();
    ASSERT_TRUE(m_writer->run(setting("a")));
    const auto size = [&] { return std::filesystem::file_size(m_workspace.file()); };
    const auto before = std::filesystem::last_write_time(m_workspace.file());
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (std::filesystem::last_write_time(m_workspace.file()) == before
        && std::chrono::steady_clock::now() < deadline)
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    EXPECT_NE(std::filesystem::last_write_time(m_workspace.file()), before);
    EXPECT_GT(size(), 0U);
}

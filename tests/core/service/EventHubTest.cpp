#include "core/service/EventHub.h"

#include "core/storage/Migrations.h"
#include "core/storage/Writer.h"
#include "tests/support/TemporaryFolder.h"

#include <gmock/gmock.h>

#include <memory>
#include <mutex>
#include <string>

using namespace atelier;
using testing::ElementsAre;

namespace {

/// A client's side of the feed: the changes that reached it, by name; `reset` where it was told to begin
/// anew.
class Follower final : public http::Stream
{
public:
    bool write(std::string bytes) override
    {
        const std::lock_guard lock(m_mutex);
        if (m_isGone)
            return false;
        m_text += bytes;
        return true;
    }
    void close() override
    {
        const std::lock_guard lock(m_mutex);
        m_isClosed = true;
    }
    void whenClosed(std::function<void()>) override { }
    void whenDrained(std::function<void()>) override { }

    void leave()
    {
        const std::lock_guard lock(m_mutex);
        m_isGone = true;
    }
    [[nodiscard]] bool isClosed() const
    {
        const std::lock_guard lock(m_mutex);
        return m_isClosed;
    }
    [[nodiscard]] std::vector<std::string> seen() const
    {
        const std::lock_guard lock(m_mutex);
        std::vector<std::string> names;
        for (std::size_t at = 0; (at = m_text.find("event: ", at)) != std::string::npos; ++at) {
            if (m_text.compare(at, 12, "event: reset") == 0) {
                names.emplace_back("reset");
                continue;
            }
            const std::size_t name = m_text.find("\"name\":\"", at) + 8;
            names.push_back(m_text.substr(name, m_text.find('"', name) - name));
        }
        return names;
    }
    [[nodiscard]] std::string text() const
    {
        const std::lock_guard lock(m_mutex);
        return m_text;
    }

private:
    mutable std::mutex m_mutex;
    std::string m_text;
    bool m_isGone = false;
    bool m_isClosed = false;
};

class EventFeedHub : public testing::Test
{
protected:
    void SetUp() override
    {
        auto database = Database::open(file);
        ASSERT_TRUE(database);
        ASSERT_TRUE(migrate(*database, folder / "backups"));
        auto pool = ReaderPool::open(file, 2);
        ASSERT_TRUE(pool);
        readers = std::move(*pool);
        restart();
    }

    /// A service that starts again remembers nothing of the feed but what is in the database.
    void restart()
    {
        writer.reset();
        hub = std::make_unique<EventHub>(*readers);
        auto opened = Writer::open(file, [this](const std::vector<Change> &made) { hub->publish(made); });
        ASSERT_TRUE(opened);
        writer = std::move(*opened);
    }

    void change(const std::string &name)
    {
        EXPECT_TRUE(writer->run([&](WriteContext &context) -> Result<void> {
            context.changed("job", name, "status");
            return {};
        }));
    }

    std::shared_ptr<Follower> follow(std::int64_t sequence)
    {
        auto follower = std::make_shared<Follower>();
        hub->follow(follower, sequence);
        return follower;
    }

    test::TemporaryFolder folder;
    std::filesystem::path file = folder / "workspace.db";
    std::unique_ptr<ReaderPool> readers;
    std::unique_ptr<EventHub> hub;
    std::unique_ptr<Writer> writer; // last: it publishes to the hub
};

} // namespace

TEST_F(EventFeedHub, WhoFollowsFromNowSeesWhatComesAndNothingOlder)
{
    change("before");
    const auto follower = follow(-1);
    change("first");
    change("second");
    EXPECT_THAT(follower->seen(), ElementsAre("first", "second"));
}

TEST_F(EventFeedHub, WhoWasAwayGetsWhatWasMissedOnceAndInOrder)
{
    for (const char *name : {"one", "two", "three"})
        change(name);
    const auto follower = follow(1);
    change("four");
    EXPECT_THAT(follower->seen(), ElementsAre("two", "three", "four"));
}

TEST_F(EventFeedHub, WhatAnotherServiceCommittedIsReadFromTheDatabase)
{
    for (const char *name : {"one", "two", "three"})
        change(name);
    restart();
    const auto follower = follow(1);
    change("four");
    EXPECT_THAT(follower->seen(), ElementsAre("two", "three", "four"));
}

TEST_F(EventFeedHub, MoreThanOnePageOfMissedChangesComesWithoutAHole)
{
    EXPECT_TRUE(writer->run([](WriteContext &context) -> Result<void> {
        for (int i = 1; i <= 2500; ++i)
            context.changed("job", std::to_string(i), "status");
        return {};
    }));
    restart();
    const std::vector<std::string> seen = follow(0)->seen();
    ASSERT_EQ(seen.size(), 2500U);
    for (std::size_t i = 0; i < seen.size(); ++i)
        ASSERT_EQ(seen[i], std::to_string(i + 1));
}

TEST_F(EventFeedHub, WhereTheHistoryIsGoneTheClientIsToldToBeginAnew)
{
    for (const char *name : {"one", "two", "three", "four"})
        change(name);
    EXPECT_TRUE(writer->run([](WriteContext &context) {
        return context.database().run("DELETE FROM change WHERE sequence < 3");
    }));
    restart();
    const auto behind = follow(1);
    const auto justInTime = follow(2);
    change("five");
    EXPECT_THAT(behind->seen(), ElementsAre("reset", "five"));
    EXPECT_THAT(justInTime->seen(), ElementsAre("three", "four", "five"));
}

TEST_F(EventFeedHub, WhoKnowsMoreThanTheDatabaseIsToldToBeginAnew)
{
    change("one");
    const auto follower = follow(7); // from before a backup was restored
    change("two");
    EXPECT_THAT(follower->seen(), ElementsAre("reset", "two"));
}

TEST_F(EventFeedHub, AClientThatIsGoneIsForgottenAndTheOthersGoOn)
{
    const auto gone = follow(-1);
    const auto there = follow(-1);
    gone->leave();
    change("one");
    EXPECT_EQ(gone.use_count(), 1);
    EXPECT_EQ(there.use_count(), 2);
    EXPECT_THAT(there->seen(), ElementsAre("one"));
}

TEST_F(EventFeedHub, ABeatIsACommentThatNobodyTakesForAChange)
{
    const auto follower = follow(-1);
    hub->beat();
    EXPECT_NE(follower->text().find("\n\n: "), std::string::npos);
    EXPECT_THAT(follower->seen(), ElementsAre());
}

TEST_F(EventFeedHub, ItsCloseEndsEveryStreamAndRefusesNewOnes)
{
    const auto early = follow(-1);
    hub->close();
    const auto late = follow(-1);
    EXPECT_TRUE(early->isClosed());
    EXPECT_TRUE(late->isClosed());
    change("one");
    EXPECT_THAT(early->seen(), ElementsAre());
}

#include "core/service/LogFollowers.h"

#include "tests/support/TemporaryFolder.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>

using namespace atelier;
using namespace std::chrono_literals;

namespace {

/// A client that takes what it is sent only when the test says so.
class SlowClient : public http::Stream
{
public:
    bool write(std::string bytes) override
    {
        const std::lock_guard lock(m_mutex);
        if (m_isGone)
            return false;
        m_received += bytes;
        ++m_pieces;
        m_changed.notify_all();
        return true;
    }
    void close() override
    {
        const std::lock_guard lock(m_mutex);
        m_isClosed = true;
        m_changed.notify_all();
    }
    void whenClosed(std::function<void()> callback) override
    {
        const std::lock_guard lock(m_mutex);
        m_closed = std::move(callback);
    }
    void whenDrained(std::function<void()> callback) override
    {
        const std::lock_guard lock(m_mutex);
        m_drained = std::move(callback);
        m_changed.notify_all();
    }

    /// Takes what was sent last, and waits for the next piece or the end.
    void take()
    {
        std::function<void()> drained;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait_for(lock, 10s, [this] { return static_cast<bool>(m_drained); });
            drained = std::exchange(m_drained, {});
        }
        if (drained)
            drained();
    }
    void leave()
    {
        std::function<void()> closed;
        {
            const std::lock_guard lock(m_mutex);
            m_isGone = true;
            closed = m_closed;
        }
        closed();
    }
    [[nodiscard]] bool waitFor(const std::function<bool(const SlowClient &)> &condition)
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, 10s, [&] { return condition(*this); });
    }

    std::string m_received;
    int m_pieces = 0;
    bool m_isClosed = false;

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::function<void()> m_drained;
    std::function<void()> m_closed;
    bool m_isGone = false;
};

class LogFollowersTest : public ::testing::Test
{
protected:
    test::TemporaryFolder m_folder;
    std::atomic<bool> m_hasEnded{false};
    std::shared_ptr<SlowClient> m_client = std::make_shared<SlowClient>();
    LogFollowers m_followers{[this](const std::string &) { return m_hasEnded.load(); }};
};

} // namespace

TEST_F(LogFollowersTest, SendTheNextPieceOnlyWhenTheLastOneWasTaken)
{
    const std::string text(1 << 20, 'x');
    test::write(m_folder / "log", text);
    m_hasEnded = true;
    m_followers.follow(m_client, "job", m_folder / "log", 0);
    ASSERT_TRUE(m_client->waitFor([](const SlowClient &client) { return client.m_pieces == 1; }));
    EXPECT_LT(m_client->m_received.size(), text.size());
    for (int i = 0; i < 4; ++i)
        m_client->take();
    ASSERT_TRUE(m_client->waitFor([](const SlowClient &client) { return client.m_isClosed; }));
    EXPECT_EQ(m_client->m_received, text);
    EXPECT_EQ(m_client->m_pieces, 4);
}

TEST_F(LogFollowersTest, SendWhatIsWrittenLaterAndEndWithTheJob)
{
    m_followers.follow(m_client, "job", m_folder / "log", 2);
    test::write(m_folder / "log", "a\nb\n");
    ASSERT_TRUE(m_client->waitFor([](const SlowClient &client) { return client.m_received == "b\n"; }));
    m_client->take();
    EXPECT_FALSE(m_client->m_isClosed);
    m_hasEnded = true;
    EXPECT_TRUE(m_client->waitFor([](const SlowClient &client) { return client.m_isClosed; }));
}

TEST_F(LogFollowersTest, LeaveAClientThatIsGone)
{
    test::write(m_folder / "log", std::string(1 << 20, 'x'));
    m_followers.follow(m_client, "job", m_folder / "log", 0);
    ASSERT_TRUE(m_client->waitFor([](const SlowClient &client) { return client.m_pieces == 1; }));
    const std::weak_ptr<SlowClient> gone = m_client;
    m_client->leave();
    m_client.reset();
    for (int i = 0; i < 1000 && !gone.expired(); ++i)
        std::this_thread::sleep_for(10ms);
    EXPECT_TRUE(gone.expired());
}

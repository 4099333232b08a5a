#pragma once

#include "core/log/LogIndex.h"

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <mutex>

namespace atelier::test {

/// An index and the waiting for it.
class SettledIndex
{
public:
    explicit SettledIndex(const std::filesystem::path &path)
        : m_index(path, [this] {
            const std::lock_guard lock(m_mutex);
            ++m_changes;
            m_changed.notify_all();
        })
    {
        wait();
    }

    /// After the file was changed.
    void refresh()
    {
        m_index.refresh();
        wait();
    }

    LogIndex *operator->() { return &m_index; }
    LogIndex &operator*() { return m_index; }

private:
    void wait()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, std::chrono::seconds(20), [this] {
            const LogIndex::State state = m_index.state();
            return m_changes > m_seen && (state.judged || state.error);
        });
        m_seen = m_changes;
    }

    std::mutex m_mutex;
    std::condition_variable m_changed;
    int m_changes = 0;
    int m_seen = 0;
    LogIndex m_index;
};

} // namespace atelier::test

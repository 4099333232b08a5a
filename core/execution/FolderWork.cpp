#include "core/execution/FolderWork.h"

namespace atelier {

FolderWork::FolderWork(std::size_t threads, AttemptChanged changed)
    : m_threadLimit(threads)
    , m_changed(std::move(changed))
{
}

FolderWork::~FolderWork()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    m_wake.notify_all();
    for (std::thread &thread : m_threads)
        thread.join();
}

void FolderWork::begin(const std::string &uuid, Task task)
{
    const std::lock_guard lock(m_mutex);
    if (!m_outcomes.try_emplace(uuid).second)
        return;
    m_waiting.emplace_back(uuid, std::move(task));
    if (m_waiting.size() > m_idle && m_threads.size() < m_threadLimit)
        m_threads.emplace_back([this] { work(); });
    m_wake.notify_one();
}

std::optional<Result<void>> FolderWork::outcome(const std::string &uuid) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_outcomes.find(uuid);
    return found == m_outcomes.end() ? std::nullopt : found->second;
}

void FolderWork::forget(const std::string &uuid)
{
    const std::lock_guard lock(m_mutex);
    m_outcomes.erase(uuid);
}

void FolderWork::work()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        ++m_idle;
        m_wake.wait(lock, [this] { return m_isStopping || !m_waiting.empty(); });
        --m_idle;
        if (m_isStopping)
            return;
        const auto [uuid, task] = std::move(m_waiting.front());
        m_waiting.pop_front();
        lock.unlock();
        Result<void> outcome = task();
        lock.lock();
        if (m_isStopping)
            return;
        m_outcomes[uuid] = std::move(outcome);
        lock.unlock();
        m_changed(uuid);
        lock.lock();
    }
}

} // namespace atelier

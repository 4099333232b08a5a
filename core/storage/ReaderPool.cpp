#include "core/storage/ReaderPool.h"

namespace atelier {

Result<std::unique_ptr<ReaderPool>> ReaderPool::open(
    const std::filesystem::path &file, std::size_t connections, const std::string &vfs)
{
    std::unique_ptr<ReaderPool> pool(new ReaderPool);
    pool->m_connections.reserve(connections);
    for (std::size_t i = 0; i < connections; ++i) {
        Result<Database> database = Database::open(file, {Database::Access::ReadOnly, vfs});
        if (!database)
            return database.error();
        pool->m_connections.push_back(std::move(*database));
        pool->m_idle.push_back(&pool->m_connections.back());
    }
    return pool;
}

Database *ReaderPool::take()
{
    std::unique_lock lock(m_mutex);
    m_returned.wait(lock, [this] { return !m_idle.empty(); });
    Database *database = m_idle.back();
    m_idle.pop_back();
    return database;
}

void ReaderPool::giveBack(Database *database)
{
    {
        const std::lock_guard lock(m_mutex);
        m_idle.push_back(database);
    }
    m_returned.notify_one();
}

} // namespace atelier

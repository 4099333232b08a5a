#include "core/storage/Transaction.h"

#include <utility>

namespace atelier {

Result<Transaction> Transaction::begin(Database &database, Mode mode)
{
    // A deferred transaction that turns into a writer can meet BUSY halfway, an immediate one only at its
    // start.
    Result<void> begun = database.run(mode == Mode::Write ? "BEGIN IMMEDIATE" : "BEGIN DEFERRED");
    if (!begun)
        return begun.error();
    return Transaction(database);
}

Transaction::Transaction(Transaction &&other) noexcept
    : m_database(std::exchange(other.m_database, nullptr))
{
}

Transaction::~Transaction()
{
    // Some errors have rolled it back already; and a rollback that fails leaves nothing that could be done
    // here.
    if (m_database != nullptr && m_database->isInTransaction())
        static_cast<void>(m_database->run("ROLLBACK"));
}

Result<void> Transaction::commit()
{
    Result<void> committed = m_database->run("COMMIT");
    if (committed)
        m_database = nullptr;
    return committed;
}

} // namespace atelier
